"""Backups taken under load, cut, changed and put back; moves; planted damage."""
