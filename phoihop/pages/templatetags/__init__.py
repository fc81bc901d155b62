"""The words page templates are written in."""
