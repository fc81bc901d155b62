"""Which body words call: the directory of one day, to be asked by name.

A body is taken by its exact name, alias or symbol only; what is alike, or what a body
used to be called, is offered to a person.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import F

from phoihop.organisations.models import (
    Alias,
    Designation,
    DesignationKind,
    Organisation,
    OrganisationName,
    Succession,
)
from phoihop.reading.gazetteer import SURE, Candidate, Entry, Gazetteer, Kind

# So many bodies are looked for, and so many of them offered, at the most.
MOST_FOUND = 20
MOST_OFFERED = 3
_OWN = ("name", "alias", "symbol", "short")


def gazetteer(on: date) -> Gazetteer:
    """All bodies as they are called on this day, and as they used to be: four queries.

    A body that never lived was entered by mistake, and its list undone: it is no entry.
    """
    bodies = Organisation.objects.exclude(ended_on=F("founded_on"))
    lives = set(bodies.living(on).values_list("pk", flat=True))
    names = OrganisationName.objects.filter(organisation__in=bodies)
    standing = set(names.on(on).values_list("pk", flat=True))
    entries: list[Entry] = []
    for pk, text, body in names.values_list("pk", "text", "organisation_id"):
        # Of a body that is no more the last name is still its own.
        kind: Kind = "name" if pk in standing or body not in lives else "former"
        entries.append(Entry(body, text, kind, body not in lives))
    aliases = Alias.objects.filter(organisation__in=bodies)
    symbols = Designation.objects.on(on).filter(
        organisation__in=bodies, kind=DesignationKind.SYMBOL
    )
    for text, body in aliases.values_list("text", "organisation_id"):
        entries.append(Entry(body, text, "alias", body not in lives))
    for text, body in symbols.values_list("text", "organisation_id"):
        entries.append(Entry(body, text, "symbol", body not in lives))
    return Gazetteer(tuple(entries))


class Called:
    """A gazetteer that is asked the same words again and again, as a sheet does."""

    def __init__(self, known: Gazetteer) -> None:
        """Remember what was asked."""
        self.known = known
        self.asked: dict[str, tuple[Candidate, ...]] = {}

    def living(self, words: str) -> list[int]:
        """The living bodies whose own name, alias or symbol this is, equally well."""
        exact = [one for one in self._exact(words) if not one.ended]
        best = max((one.score for one in exact), default=0.0)
        return [one.organisation for one in exact if one.score == best]

    def gone(self, words: str) -> list[int]:
        """The bodies that were called so and are no more."""
        return [one.organisation for one in self._exact(words) if one.ended]

    def knows(self, words: str) -> bool:
        """Whether some body is or was called so."""
        return bool(self._exact(words))

    def alike(self, words: str) -> list[int]:
        """The living bodies that may be meant, the likeliest first."""
        living = [one.organisation for one in self._found(words) if not one.ended]
        return living[:MOST_OFFERED]

    def _exact(self, words: str) -> list[Candidate]:
        found = self._found(words)
        own = (one for one in found if one.because in _OWN and one.doubt is None)
        return [one for one in own if one.score >= SURE]

    def _found(self, words: str) -> tuple[Candidate, ...]:
        if words not in self.asked:
            self.asked[words] = self.known.candidates(words, most=MOST_FOUND)
        return self.asked[words]


def heirs(bodies: Iterable[int]) -> list[int]:
    """Those who came after these bodies, at the ends of their lines, each once."""
    after = Succession.objects.last_heirs(bodies)
    return list(dict.fromkeys(body for found in after.values() for body in found))
