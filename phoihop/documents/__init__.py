"""Papers received: the file, what was read in it, and what a person made of that."""
