"""The open scope: which circles the code that runs now may see.

A door opens it once per request, job or command (``organisations.permissions.scoped``);
the managers of this room filter by it, and raise when none is open.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

# Ids of circles, or a queryset that yields one column of them.
Circles = Iterable[int] | QuerySet[Any, Any]


class NoScopeOpen(Exception):
    """A query on scoped rows ran where no door had opened a scope: a bug."""


@dataclass(frozen=True)
class OpenScope:
    """What may be seen: the ids of circles, or everything for a stated reason.

    ``ids`` is anything that ``__in`` takes; a queryset stays a subquery, so that a
    body in ten thousand circles costs no list of ten thousand numbers.
    """

    ids: Circles | None
    because: str = ""


_open: ContextVar[OpenScope | None] = ContextVar("open scope", default=None)


def current() -> OpenScope:
    """The open scope.

    Raises ``NoScopeOpen`` where no door opened one.
    """
    found = _open.get()
    if found is None:
        raise NoScopeOpen(
            "No scope is open here. A door opens one with scoped(actor) around the "
            "request, job or command; see ARCHITECTURE.md, “Scopes”."
        )
    return found


@contextmanager
def opened(ids: Circles) -> Iterator[None]:
    """Open exactly these circles; an inner opening replaces the outer one."""
    token = _open.set(OpenScope(ids))
    try:
        yield
    finally:
        _open.reset(token)


@contextmanager
def unscoped(*, because: str) -> Iterator[None]:
    """See every circle, for work that belongs to none (the house test lists it)."""
    if not because:
        raise ValueError("Say why this work may see every circle.")
    token = _open.set(OpenScope(None, because))
    try:
        yield
    finally:
        _open.reset(token)
