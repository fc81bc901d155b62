"""Signing in: who a person is, not what they may do."""
