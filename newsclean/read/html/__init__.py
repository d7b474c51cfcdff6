"""HTML to blocks, with what its markup says of them."""
