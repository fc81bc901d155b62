"""Stored bytes: a row says what a file is, a folder outside the database holds it."""
