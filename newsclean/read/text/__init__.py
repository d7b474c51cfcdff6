"""Raw text to blocks."""
