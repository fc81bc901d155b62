"""What the tests of the actions share: somebody acts, and is told no."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from phoihop.organisations.permissions import Actor, scoped
from tests.factories import World
from tests.refused import forbidden
from tests.witness import dump

ROLE, PLACE, STRANGER = (
    "permission.role",
    "permission.place",
    "permission.not_member",
)
Forbidden = list[tuple[str, str]]
# Who may not do the drafting of ban, and why.
NOT_DRAFTING: Forbidden = [
    ("quang", ROLE),
    ("oanh", ROLE),
    ("thu", ROLE),
    ("hanh", ROLE),
    ("cuc", STRANGER),
]
# As above, and the supporting body: only the standing one changes the frame.
NOT_STANDING: Forbidden = [*NOT_DRAFTING, ("minh", PLACE)]


@contextmanager
def acting(world: World, name: str) -> Iterator[Actor]:
    """One of the cast with the circles of their body open, as a door opens them."""
    by = world.actors[name]
    with scoped(by):
        yield by


@contextmanager
def forbidden_to(world: World, name: str, code: str) -> Iterator[Actor]:
    """One of the cast tries, is told no, and nothing at all is stored."""
    before = dump()
    with scoped(world.actors[name]), forbidden(code), transaction.atomic():
        yield world.actors[name]
    assert dump() == before
