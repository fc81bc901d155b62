"""The door of programs: commands that a person or a timer starts."""
