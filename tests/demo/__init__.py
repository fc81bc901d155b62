"""The fictional province that everybody sees first."""
