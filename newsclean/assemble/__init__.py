"""The step that builds the Article."""
