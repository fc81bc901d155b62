"""Work in the background: done once, for who may, by workers that may be killed."""
