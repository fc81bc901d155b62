"""Telling people: the right ones, once, and by mail one letter a day."""
