"""Many pages: the call `clean_articles`, and what the command `newsclean batch` is made of."""
