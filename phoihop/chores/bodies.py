"""Bodies as the words of a command name them."""

from typing import Any

from django.core.management.base import CommandError

from phoihop import clock
from phoihop.organisations.models import Alias, Designation, Organisation
from phoihop.organisations.models import OrganisationName as Name
from phoihop.vietnamese import fold


def body_called(words: str) -> Organisation:
    """The living body with this number, name, other name or symbol.

    Raises ``CommandError`` where none or several answer to it.
    """
    on = clock.today()
    living = Organisation.objects.living(on).select_related("desk")
    if words.isdecimal():
        found = list(living.filter(pk=int(words)))
    else:
        folded = fold(words)
        ids: set[Any] = set()
        for rows in (Name.objects.on(on), Alias.objects, Designation.objects):
            ids |= set(
                rows.filter(folded=folded).values_list("organisation", flat=True)
            )
        found = list(living.filter(pk__in=ids))
    if not found:
        raise CommandError(f"Không có đơn vị “{words}” / no such body")
    if len(found) > 1:
        ids_said = ", ".join(str(body.pk) for body in found)
        raise CommandError(
            f"“{words}” là tên của nhiều đơn vị; ghi số: {ids_said} / several bodies"
        )
    return found[0]
