"""How an article is shown: in a notebook, as a page of its own, and in a terminal."""
