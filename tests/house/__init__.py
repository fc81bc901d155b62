"""The house's own law, as tests: floors, names, sizes and habits of the tree."""
