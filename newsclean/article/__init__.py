"""What users hold: the Article, its parts, and how it is shown."""
