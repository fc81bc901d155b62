"""Which bodies the names in a paper mean: the directory, as the reader asks it.

Made of all bodies, which takes a fraction of a second where there are thousands: so
the process keeps it until the directory changes, and asks one thing to know that.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.db import connection
from django.db.models import DateField, F, Max, Value
from django.db.models.functions import Cast

from phoihop.organisations.models import (
    Alias,
    AliasVersion,
    Designation,
    DesignationKind,
    DesignationVersion,
    Organisation,
    OrganisationName,
    OrganisationNameVersion,
    OrganisationVersion,
    Relation,
    RelationKind,
    RelationVersion,
    Succession,
    SuccessionVersion,
)
from phoihop.organisations.rules.heirs import last_heirs
from phoihop.reading.gazetteer import Candidate, Entry, Gazetteer, Kind, surest

HISTORIES = (
    OrganisationVersion,
    OrganisationNameVersion,
    AliasVersion,
    DesignationVersion,
    RelationVersion,
    SuccessionVersion,
)
MOST_CANDIDATES = 5
# Names of papers, asked for again at each look at a desk.
MOST_REMEMBERED = 5_000
Candidates = tuple[Candidate, ...]
# A body, what it is called, as what, and for a name from which day on.
Said = tuple[int, str, Kind, date | None]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it is called today, and the one above it, which tells two of one name
    apart; of one that has ended, those that came after.
    """

    pk: int
    name: str
    above: int | None
    ended_on: date | None
    heirs: tuple[int, ...]


@dataclass(frozen=True)
class Directory:
    """Every body, and every word by which papers know one, on a day."""

    on: date
    bodies: dict[int, Body]
    said: tuple[Said, ...]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """What the reader knows bodies by; former names are told as such."""
        entries = []
        for body, text, kind, _since in self.said:
            if body in self.bodies:
                is_former = kind == "name" and text != self.bodies[body].name
                of = "former" if is_former else kind
                entries.append(Entry(body, text, of, self.has_ended(body)))
        return Gazetteer(tuple(entries))

    @cached_property
    def _asked(self) -> dict[str, tuple[Candidate, ...]]:
        return {}

    def candidates(self, words: str, most: int = MOST_CANDIDATES) -> Candidates:
        """The bodies that these words may mean, the likeliest first."""
        if len(self._asked) > MOST_REMEMBERED:
            self._asked.clear()
        found = self._asked.get(words)
        if found is None:
            found = self.gazetteer.candidates(words, most=MOST_CANDIDATES)
            self._asked[words] = found
        return found[:most]

    def known(self, words: str) -> int | None:
        """The one living body that these words can only mean; None for a person."""
        sure = surest(self.candidates(words))
        return sure.organisation if sure else None

    def has_ended(self, body: int) -> bool:
        """Whether the body is no more on the day (product rule 10)."""
        ended_on = self.bodies[body].ended_on
        return ended_on is not None and ended_on <= self.on


def of(on: date) -> Directory:
    """The directory on a day; asks the database once where it has not changed."""
    return _made(str(connection.settings_dict["NAME"]), _state(), on)


def forget() -> None:
    """Make it anew next time; for tests, which take back what they recorded."""
    _made.cache_clear()


def _state() -> tuple[tuple[str, int], ...]:
    """How far the histories of the directory have come: another row, another state."""
    asked = [
        history.objects.order_by()
        .values(of=Value(history.__name__))
        .annotate(last=Max("record"))
        for history in HISTORIES
    ]
    found = asked[0].union(*asked[1:], all=True)
    return tuple(sorted((row["of"], row["last"]) for row in found))


@lru_cache(maxsize=2)
def _made(database: str, state: tuple[tuple[str, int], ...], on: date) -> Directory:
    said = tuple(_said())
    ended = dict(
        Organisation.objects.exclude(ended_on=F("founded_on")).values_list(
            "pk", "ended_on"
        )
    )
    after = _after() if any(ended.values()) else {}
    names = _names(said, on)
    superiors = Relation.objects.on(on).filter(kind=RelationKind.SUPERIOR)
    above = dict(superiors.values_list("below_id", "above_id"))
    bodies = {
        pk: Body(
            pk=pk,
            name=names[pk],
            above=above.get(pk),
            ended_on=day,
            heirs=tuple(last_heirs(pk, after)) if day else (),
        )
        for pk, day in ended.items()
        if pk in names
    }
    return Directory(on, bodies, said)


def _said() -> Iterator[Said]:
    """Every name that a body ever had, its other names, its symbols."""
    columns = ("organisation_id", "text", "kind_of", "since")
    never = Cast(Value(None), DateField())
    names = OrganisationName.objects.order_by().annotate(
        kind_of=Value("name"), since=F("valid_from")
    )
    aliases = Alias.objects.annotate(kind_of=Value("alias"), since=never)
    symbols = Designation.objects.filter(kind=DesignationKind.SYMBOL).annotate(
        kind_of=Value("symbol"), since=never
    )
    yield from names.values_list(*columns).union(
        aliases.values_list(*columns), symbols.values_list(*columns), all=True
    )


def _names(said: tuple[Said, ...], on: date) -> dict[int, str]:
    """What each body is called on the day: the last name begun, else the first one."""
    begun: dict[int, tuple[date, str]] = {}
    first: dict[int, tuple[date, str]] = {}
    for body, text, kind, since in said:
        if kind != "name" or since is None:
            continue
        if since <= on and (body not in begun or begun[body][0] < since):
            begun[body] = (since, text)
        if body not in first or since < first[body][0]:
            first[body] = (since, text)
    return {body: text for body, (_, text) in {**first, **begun}.items()}


def _after() -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = Succession.objects.filter(successor__isnull=False).order_by("pk")
    for predecessor, successor in rows.values_list("predecessor_id", "successor_id"):
        found[predecessor].append(successor)
    return dict(found)
