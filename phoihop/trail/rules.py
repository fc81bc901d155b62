"""How a link is hashed. Pure: bytes in, hash out; verified by anyone with the rows."""

import hashlib
import json
from datetime import date, datetime
from typing import NamedTuple

VERSION = "phoihop-trail-v1"
# What the first link points to.
START = "0" * 64
# The entry by which payloads were emptied; its own payload names them.
ERASED = "trail.erased"


class Link(NamedTuple):
    """The columns that a hash covers, in the order in which it covers them."""

    seq: int
    at_us: int
    actor_id: int | None
    body_id: int | None
    scope_id: int | None
    did: str
    kind: str
    object_id: int | None
    pretended: bool
    commitment: str
    previous: str


def link_hash(link: Link) -> str:
    """SHA-256 over all columns of a link, in hexadecimal.

    One line a column: numbers, words and hashes hold no line break, so no two links
    can read the same.
    """
    seq, at_us, actor, body, scope, did, kind, obj, pretended, commit, previous = link
    text = (
        f"{VERSION}\n{seq}\n{previous}\n{at_us}\n{actor}\n{body}\n{scope}\n{did}\n"
        f"{kind}\n{obj}\n{1 if pretended else 0}\n{commit}"
    )
    return hashlib.sha256(text.encode()).hexdigest()


def commitment(salt: str, text: str) -> str:
    """SHA-256 over the salt and the payload: erased, neither can be guessed back."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def canonical(payload: dict[str, object]) -> str:
    """A payload as JSON that is the same for the same values."""
    return json.dumps(
        payload,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        default=_as_text,
    )


def _as_text(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def is_word(text: str) -> bool:
    """Whether ``text`` is a dotted lower-case word, as ``did`` and ``kind`` must be."""
    letters = text.replace("_", "").replace(".", "")
    return text.isascii() and letters.isalnum() and text == text.lower()


def changes(
    before: dict[str, object] | None, after: dict[str, object] | None
) -> list[tuple[str, object, object]]:
    """What differs: (field, from, to), in the order of the fields."""
    old, new = before or {}, after or {}
    fields = list(dict.fromkeys([*old, *new]))
    return [(f, old.get(f), new.get(f)) for f in fields if old.get(f) != new.get(f)]
