"""The verbs on reviews."""
