"""Papers and sheets out: what leaves the house as a file. Pure."""
