"""The English of the pages: compiled before the first of them is asked for."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from django.utils.translation import trans_real

from setup.catalogues import catalogues, read_sound
from setup.places import HERE


def compile_catalogues() -> None:
    """As the set-up does it, should nobody have run it since a text was changed."""
    for source in catalogues(HERE.root):
        compiled = source.with_suffix(".mo")
        if _is_older(compiled, source):
            # Two workers may do it at once: each writes a file of its own.
            fresh = source.with_suffix(f".mo.{os.getpid()}")
            with fresh.open("wb") as file:
                write_mo(file, read_sound(source, HERE.root))
            fresh.rename(compiled)
            # This process may have read the old one before.
            vars(trans_real)["_translations"].clear()


def _is_older(compiled: Path, source: Path) -> bool:
    return not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime
