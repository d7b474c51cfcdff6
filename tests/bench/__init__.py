"""newsclean beside its peers on public pages: `python -m tests.bench FOLDER…`; README.md has the rest."""
