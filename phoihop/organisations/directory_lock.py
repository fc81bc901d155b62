"""Holding what a rule between rows speaks of, so that two verbs cannot pass each other.

Not the keys of the rows: a foreign key to a body asks for its key at the commit, with
the trail's head held, and whoever waits for the head here would lock the other out
(PostgreSQL). Whoever holds the directory and bodies holds the directory first, and
bodies in the order of their keys.
"""

from collections.abc import Iterable

from phoihop.organisations.models import Organisation


def hold_body(body: Organisation) -> Organisation:
    """The body, as it stands now, held: for rules about one body's own rows."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=body.pk)


def hold_bodies(bodies: Iterable[Organisation]) -> dict[int, Organisation]:
    """These bodies, as they stand now, held; by their keys."""
    rows = Organisation.objects.select_for_update(no_key=True).order_by("pk")
    return {row.pk: row for row in rows.filter(pk__in=[body.pk for body in bodies])}


def hold_directory() -> None:
    """For rules between rows of several bodies: a circle, a code that names one.

    The first body stands for all of them: it is never deleted, and one row costs
    the same in a directory of ten thousand.
    """
    Organisation.objects.select_for_update(no_key=True).order_by("pk").first()
