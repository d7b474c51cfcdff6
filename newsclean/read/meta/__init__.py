"""What an HTML page says of itself: its title, authors, dates."""
