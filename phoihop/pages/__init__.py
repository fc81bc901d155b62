"""The browser's door: signed-in pages, their words and their look."""
