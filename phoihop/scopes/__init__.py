"""Circles: every business row carries one, and a query sees only open ones."""
