"""Files and texts that nobody wrote: the readers against a machine that seeks faults.

``targets`` says what is tried; ``campaign`` tries one of them for a time, guided by
the branches that a try reaches; ``test_campaign`` runs all, and is long.
"""
