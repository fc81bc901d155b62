"""Holding the database against itself, against the files and against the trail."""
