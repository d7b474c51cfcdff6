"""Pages, cue files and profiles made to break newsclean: `python -m fuzz` in tests/; README.md has the rest."""
