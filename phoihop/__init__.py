"""Phối Hợp: joint coordination programmes of public bodies."""
