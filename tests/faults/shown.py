"""Whether what was typed is still there after a refusal."""

from html import escape
from typing import Any

from tests.faults.filled import fields

Typed = dict[str, Any]
# What a page never gives back, and what it writes anew.
PASSWORDS = ("password_old", "password", "password_again")
NOT_KEPT = (*PASSWORDS, "idempotency_key", "csrfmiddlewaretoken")


def as_sent(typed: Typed) -> dict[str, list[str]]:
    """What was typed, field by field, as the browser sends it."""
    return {
        name: [str(value) for value in (held if isinstance(held, list) else [held])]
        for name, held in typed.items()
    }


def not_in_form(page: str, typed: Typed) -> list[str]:
    """The fields in which what was typed no longer stands."""
    stands = fields(page)
    return [
        name
        for name, sent in as_sent(typed).items()
        if name not in NOT_KEPT and stands.get(name) != sent
    ]


def not_on_page(page: str, typed: Typed) -> list[str]:
    """The fields whose text can no longer be copied from the page."""
    return [
        name
        for name, sent in as_sent(typed).items()
        if name not in (*NOT_KEPT, "seen")
        for text in sent
        for line in text.splitlines()
        if escape(line.strip()) not in page
    ]
