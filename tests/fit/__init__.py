"""The workshop of the weights: `python -m tests.fit.fit PAGES` fits them, tests.fit.apart measures on hosts apart."""
