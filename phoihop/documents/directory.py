"""Which bodies the names in a paper mean: the directory, as the reader asks it.

Made of all bodies, which takes a fraction of a second where there are thousands: so
the process keeps it until the directory changes, and asks one thing to know that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from django.db import connection
from django.db.models import DateField, F, Max, OuterRef, Subquery, Value
from django.db.models.functions import Cast

from phoihop.documents.models import Draft, DraftState
from phoihop.organisations.models import (
    Alias,
    AliasVersion,
    Designation,
    DesignationKind,
    DesignationVersion,
    Organisation,
    OrganisationName,
    OrganisationNameVersion,
    OrganisationType,
    OrganisationVersion,
    Relation,
    RelationKind,
    RelationVersion,
    Succession,
    SuccessionVersion,
)
from phoihop.organisations.rules.heirs import last_heirs
from phoihop.reading.findings import Reading
from phoihop.reading.gazetteer import Candidate, Entry, Gazetteer, Kind, surest
from phoihop.reading.naming import Level
from phoihop.reading.whence import SAYS_WHENCE, Whence, whence, whence_of
from phoihop.vietnamese import sort_key

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
Origin = Literal["known", "elsewhere", "unknown"]
Candidates = tuple[Candidate, ...]
Asked = tuple[str, tuple[str, ...], Whence | None]
# A body, what it is called, as what, and for a name from which day on and until when.
Said = tuple[int, str, Kind, date | None, date | None]
# What is offered after a body that has ended: those that came after it.
HEIR = 0.9


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it is called today, and the one above it, which tells two of one name
    apart; of one that has ended, those that came after. A joint group has members.
    """

    pk: int
    name: str
    above: int | None
    ended_on: date | None
    heirs: tuple[int, ...]
    is_joint: bool = False


@dataclass(frozen=True)
class Directory:
    """Every body, and every word by which papers know one, on a day.

    ``whence`` is where the paper comes from whose words are asked for; None for words
    of a person who sees the directory.
    """

    on: date
    bodies: dict[int, Body]
    gazetteer: Gazetteer
    whence: Whence | None = None
    asked: dict[Asked, Candidates] = field(default_factory=dict)

    def seen_from(self, whence: Whence) -> "Directory":
        """The same, to be asked for the words of a paper that comes from there."""
        return replace(self, whence=whence)

    def for_reading(self, found: Reading) -> "Directory":
        """The same, to be asked for the words of this paper."""
        return self.seen_from(whence_of(found, self.gazetteer.atlas))

    def for_drafts(self, drafts: Iterable[Draft], text: str) -> "Directory":
        """The same, by what a person has left of what was read in the paper."""
        kept = [one for one in drafts if one.state != DraftState.DROPPED]
        kept.sort(key=lambda one: -one.confidence)
        issuers, places, days = (
            [str(one.value["text"]) for one in kept if one.field == of]
            for of in SAYS_WHENCE
        )
        atlas = self.gazetteer.atlas
        return self.seen_from(whence(issuers, places, days, text, atlas))

    def candidates(
        self, words: str, most: int = MOST_CANDIDATES, among: tuple[str, ...] = ()
    ) -> Candidates:
        """The bodies that these words may mean, the likeliest first.

        ``among``: the list of names in which they stand.
        """
        if len(self.asked) > MOST_REMEMBERED:
            self.asked.clear()
        asked = (words, among, self.whence)
        found = self.asked.get(asked)
        if found is None:
            found = self.gazetteer.candidates(
                words, self.whence, among=among, most=MOST_CANDIDATES
            )
            found = self.asked[asked] = self._with_heirs(found)
        return found[:most]

    def known(self, words: str, among: tuple[str, ...] = ()) -> int | None:
        """The one living body that these words can only mean; None for a person."""
        sure = surest(self.candidates(words, among=among))
        return sure.organisation if sure else None

    def names_many(self, words: str) -> bool:
        """Whether the words name several bodies, and so none that could lead alone."""
        return self.gazetteer.names_many(words)

    def is_elsewhere(self, words: str) -> bool:
        """Whether the words say a place of their own that no known body has."""
        return self.gazetteer.says_place(words) and not self.candidates(words)

    @property
    def origin(self) -> Origin:
        """Whether the paper comes from a known province, from another, or who knows."""
        if (
            self.whence is None
            or self.whence.province in self.gazetteer.atlas.provinces
        ):
            return "known"
        is_central = self.whence.level is Level.CENTRAL
        return "elsewhere" if self.whence.province or is_central else "unknown"

    def groups(self) -> list[int]:
        """The living joint groups and clusters, which stand for several bodies."""
        joint = (body for body in self.bodies.values() if body.is_joint)
        found = [body for body in joint if not self.has_ended(body.pk)]
        return [body.pk for body in sorted(found, key=lambda one: sort_key(one.name))]

    def has_ended(self, body: int) -> bool:
        """Whether the body is no more on the day (product rule 10)."""
        ended_on = self.bodies[body].ended_on
        return ended_on is not None and ended_on <= self.on

    def _with_heirs(self, found: Candidates) -> Candidates:
        """Behind each body that has ended those that came after it, to be chosen."""
        offered: dict[int, Candidate] = {}
        for one in found:
            offered.setdefault(one.organisation, one)
            if not one.ended or one.because in ("near", "part"):
                continue
            name = self.bodies[one.organisation].name
            for heir in self.bodies[one.organisation].heirs:
                if heir in self.bodies:
                    ended = self.has_ended(heir)
                    made = Candidate(heir, name, HEIR, "heir", ended)
                    offered.setdefault(heir, made)
        return tuple(offered.values())


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
    rows = Organisation.objects.exclude(ended_on=F("founded_on"))
    edges = Relation.objects.on(on).filter(kind=RelationKind.SUPERIOR)
    over = edges.filter(below=OuterRef("pk")).values("above")[:1]
    columns = ("pk", "level", "type", "ended_on", Subquery(over))
    facts = {pk: rest for pk, *rest in rows.values_list(*columns)}
    after = _after() if any(ended for *_, ended, _above in facts.values()) else {}
    names = _names(said, on)
    bodies = {
        pk: Body(
            pk=pk,
            name=names[pk],
            above=above,
            ended_on=day,
            heirs=tuple(last_heirs(pk, after)) if day else (),
            is_joint=of == OrganisationType.JOINT,
        )
        for pk, (_level, of, day, above) in facts.items()
        if pk in names
    }
    levels = {pk: Level(level) for pk, (level, *_rest) in facts.items()}
    above = {pk: body.above for pk, body in bodies.items() if body.above is not None}
    return Directory(on, bodies, Gazetteer(_entries(said, bodies, on), levels, above))


def _entries(
    said: tuple[Said, ...], bodies: dict[int, Body], on: date
) -> Iterator[Entry]:
    """What the reader knows bodies by; of a name, until when, if that is past."""
    begun: dict[int, date] = {}
    for body, _text, kind, since, _until in said:
        if kind == "name" and since is not None:
            begun[body] = min(begun.get(body, since), since)
    for body, text, kind, since, until in said:
        if body not in bodies:
            continue
        ended_on = bodies[body].ended_on
        has_ended = ended_on is not None and ended_on <= on
        # Of a body that is no more the last name is still its own.
        is_last = has_ended and text == bodies[body].name
        past = until if until and until <= on and not is_last else None
        first = since or begun.get(body)
        is_first = since is None or since == begun.get(body)
        yield Entry(body, text, kind, has_ended, first, past, is_first)


def _said() -> Iterator[Said]:
    """Every name that a body ever had, its other names, its symbols."""
    columns = ("organisation_id", "text", "kind_of", "since", "end")
    never = Cast(Value(None), DateField())
    names = OrganisationName.objects.order_by().annotate(
        kind_of=Value("name"), since=F("valid_from"), end=F("valid_to")
    )
    aliases = Alias.objects.annotate(kind_of=Value("alias"), since=never, end=never)
    symbols = Designation.objects.filter(kind=DesignationKind.SYMBOL).annotate(
        kind_of=Value("symbol"), since=F("valid_from"), end=F("valid_to")
    )
    yield from names.values_list(*columns).union(
        aliases.values_list(*columns), symbols.values_list(*columns), all=True
    )


def _names(said: tuple[Said, ...], on: date) -> dict[int, str]:
    """What each body is called on the day: the last name begun, else the first one."""
    begun: dict[int, tuple[date, str]] = {}
    first: dict[int, tuple[date, str]] = {}
    for body, text, kind, since, _until in said:
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
