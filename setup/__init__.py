"""The set-up: everything between a fresh clone and a running house.

Only Python's own library is used, since nothing else stands yet. This file and
`words.py` must also be readable by an old Python: it is they who tell the person
that it is too old, before any other file of the package is compiled.
"""

from __future__ import annotations

import shutil
import sys

from setup.words import say

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def too_old(version: tuple[int, ...]) -> str | None:
    """Say what to do when this Python is older than we need; None when it serves."""
    if version >= OLDEST:
        return None
    found = next((name for name in NEWER if shutil.which(name)), "python3.11")
    return say(
        "python.old",
        have=".".join(str(part) for part in version[:2]),
        need=".".join(str(part) for part in OLDEST),
        found=found,
    )


_sentence = too_old(tuple(sys.version_info[:3]))
if _sentence:
    print(_sentence, file=sys.stderr)
    raise SystemExit(1)
