"""The step that looks at every block once."""
