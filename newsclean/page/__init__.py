"""What the steps pass on: values, and what can be said of one line."""
