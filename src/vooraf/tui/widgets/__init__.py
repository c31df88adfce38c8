"""One widget a file, its styles beside it."""
