"""Text to value, as the press prints it: agencies, credits, names, dates, datelines."""
