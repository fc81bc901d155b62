"""Who may do what the house forbids, each with its reason.

A line that nothing needs any more is itself a violation: take it out.
"""

# Imports inside a function, by file.
INNER_IMPORTS = {
    "phoihop/cli.py": "starts Django only for the verbs that need it",
}

# Raw SQL, by file.
RAW_SQL = {
    "phoihop/trail/verify.py": "shares no fault with the managers it checks",
}

# Work that may see every circle, by file.
UNSCOPED: dict[str, str] = {}

# Text marked as safe HTML, by file.
SAFE_HTML = {
    "phoihop/pages/rendering.py": "Django's own form templates, already escaped",
    "phoihop/pages/templatetags/marks.py": "a date written in figures and signs only",
    "phoihop/pages/templatetags/sheets.py": "the inside of a block tag, rendered",
    "phoihop/pages/templatetags/tables.py": "cells that were escaped one by one",
}

# Readers of the environment besides phoihop/environment.py, by file.
ENVIRONMENT = {
    "phoihop/cli.py": "says which settings, before anything can be read from them",
    "phoihop/wsgi.py": "names the settings before anything can be read from them",
}

# Transactions opened by a door, by file.
TRANSACTIONS = {
    "phoihop/chores/demo_province.py": "half a province would pass for a whole one",
}

# Actions without ``by``, by dotted name.
NOBODY_ACTS = {
    "phoihop.posts.actions.forget": "a timer drops keys that no open form can hold",
}

# Actions that ask for no permission, by dotted name.
NO_PERMISSION: dict[str, str] = {}

# Actions that leave no trail, by dotted name.
NO_TRAIL: dict[str, str] = {}

# Forms that post without an idempotency key, by template.
_TWICE = "pressed twice, it sets the same thing twice"
NO_KEY = {
    "phoihop/pages/templates/_components/body_switch.html": _TWICE,
    "phoihop/pages/templates/_components/language_switch.html": _TWICE,
    "phoihop/pages/templates/_components/places.html": "signing out twice is once",
}
