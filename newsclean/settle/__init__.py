"""The step that decides what each block is."""
