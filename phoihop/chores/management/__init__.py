"""Commands; Django finds them by this name."""
