"""What building the province left behind, as ids that a stranger may try."""

from phoihop.organisations.models import Membership
from tests.isolation.province import Kind, Province, Thing
from tests.isolation.rows import rows_of


def remember(province: Province) -> None:
    """The roles that were given, the circles, the numbers of the trail."""
    _memberships(province)
    _trail(province)


def _memberships(province: Province) -> None:
    keys = {body.pk: key for key, body in province.bodies.items()}
    rows = Membership.objects.filter(organisation_id__in=keys).order_by("pk")
    for row in rows.select_related("person"):
        province.holders[row.pk] = row.person.username
        body = keys[row.organisation_id or 0]
        province.add(Kind.MEMBERSHIP, f"{body}-{row.role}", row, body)


def _trail(province: Province) -> None:
    """The circles and the numbers of the trail, as ids that a stranger may try."""
    keys = {pk: key for key, pk in province.scopes.items()}
    for key, pk in province.scopes.items():
        province.things.append(Thing(Kind.SCOPE, key, pk, key))
    for seq, row in rows_of("trail_entry").items():
        circle = keys.get(int(str(row["scope_id"] or 0)))
        if circle is not None:
            number = Thing(Kind.ENTRY, f"entry{seq}", int(str(seq)), circle)
            province.things.append(number)
