"""A form posted twice is done once."""
