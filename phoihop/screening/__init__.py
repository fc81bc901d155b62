"""Screening: what may not come in, found before anything is stored."""
