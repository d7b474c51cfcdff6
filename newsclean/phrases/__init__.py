"""The phrases of news furniture, and how a line is looked up in them."""
