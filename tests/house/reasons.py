"""Who may do what the house forbids, each with its reason.

A line that nothing needs any more is itself a violation: take it out.
"""

# Imports inside a function, by file.
INNER_IMPORTS = {
    "phoihop/chores/apps.py": "an app is named before models can be imported",
    "phoihop/cli.py": "starts Django only for the verbs that need it",
}

# Raw SQL, by file.
RAW_SQL = {
    "phoihop/chores/backup/moving.py": "speaks to a database that is not Django's",
    "phoihop/chores/backup/row_hashes.py": "reads copies that no model leads to",
    "phoihop/chores/inspection/circles.py": "looks for what the managers would hide",
    "phoihop/chores/inspection/constraints.py": "asks the database what it holds",
    "phoihop/chores/inspection/versions.py": "compares rows with their histories",
    "phoihop/trail/verify.py": "shares no fault with the managers it checks",
}

# Work that may see every circle, by file.
UNSCOPED: dict[str, str] = {
    "phoihop/jobs/reading.py": "a worker takes a job up before it knows whose it is",
    "phoihop/files/actions.py": "asks only whether a number has a row",
}

# Modules that could take a stranger's file apart, by file.
PARSERS = {
    "phoihop/drafting/package.py": "only packs what it has written itself",
}

# Text marked as safe HTML, by file.
SAFE_HTML = {
    "phoihop/pages/rendering.py": "Django's own form templates, already escaped",
    "phoihop/pages/templatetags/draft_html.py": "drafts, each word escaped",
    "phoihop/pages/lit_text.py": "pieces of a paper that were escaped one by one",
    "phoihop/pages/templatetags/marks.py": "a date written in figures and signs only",
    "phoihop/pages/templatetags/sheets.py": "the inside of a block tag, rendered",
    "phoihop/pages/templatetags/tables.py": "cells that were escaped one by one",
}

# Readers of the environment besides phoihop/environment.py, by file.
ENVIRONMENT = {
    "phoihop/cli.py": "says which settings, before anything can be read from them",
    "phoihop/wsgi.py": "names the settings before anything can be read from them",
}

# Starters of other programs, by file.
PROGRAMS = {
    "phoihop/chores/backup/databases.py": "PostgreSQL is copied by its own programs",
    "phoihop/chores/backup/servers.py": "PostgreSQL is copied by its own programs",
    "phoihop/chores/management/commands/worker.py": "a job runs apart, to be ended",
    "phoihop/cli.py": "the demo's worker is a process of its own",
    "phoihop/reading/child.py": "each file is read by a child of its own",
    "phoihop/reading/borrowed.py": "starts the keeper, which holds no secret",
    "phoihop/reading/programs.py": "starts what draws and reads pictures, behind walls",
    "phoihop/reading/walled.py": "becomes the one program that it was started for",
}

# Transactions opened by a door, by file.
TRANSACTIONS = {
    "phoihop/chores/demo_province.py": "half a province would pass for a whole one",
}

# Actions without ``by``, by dotted name.
_BY_LINK = "whoever holds the link acts, as the person it makes them"
NOBODY_ACTS = {
    "phoihop.organisations.actions.invitations.join_newly": _BY_LINK,
    "phoihop.organisations.actions.invitations.take_password": _BY_LINK,
    "phoihop.files.actions.open_bytes": "reads, for a row that the open scope showed",
    "phoihop.files.actions.put_in_order": "a timer finishes what a stop left behind",
    "phoihop.posts.actions.forget": "a timer drops keys that no open form can hold",
}

# Actions that ask for no permission, by dotted name.
NO_PERMISSION: dict[str, str] = {}

# Actions that leave no trail, by dotted name.
NO_TRAIL: dict[str, str] = {
    "phoihop.organisations.actions.papers.examine": "looks, and keeps nothing",
    "phoihop.organisations.actions.papers.of_mail": "opens, and keeps nothing",
    "phoihop.programmes.actions.progress.examine": "looks, and keeps nothing",
}

# Forms that post without an idempotency key, by template.
_TWICE = "pressed twice, it sets the same thing twice"
NO_KEY = {
    "phoihop/pages/templates/_components/body_switch.html": _TWICE,
    "phoihop/pages/templates/_components/language_switch.html": _TWICE,
    "phoihop/pages/templates/_components/places.html": "signing out twice is once",
}
