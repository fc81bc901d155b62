"""Telling people: what happened by kind and id, never a text; a digest by mail."""
