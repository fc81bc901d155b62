"""What the page of one body shows, gathered in few queries, as valid on a day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Cast

from phoihop.organisations.models import (
    Alias,
    Channel,
    Competence,
    Designation,
    FocalPoint,
    JointTerm,
    Organisation,
    OrganisationName,
    Relation,
    RelationKind,
    Succession,
    SuccessionKind,
    name_of,
    place_of,
)

# A province has at most 170 communes or so; all stand on its page.
MOST = 500
NAME, ALIAS, TERM = "name", "alias", "term"
RELATION, SUCCESSION = "relation", "succession"


@dataclass(frozen=True)
class Sign:
    """A name, an alias, a symbol or a code; or the term of a joint group."""

    kind: str
    pk: int
    text: str
    valid_from: date | None
    valid_to: date | None
    decision: str
    decided_on: date | None

    def holds(self, on: date) -> bool:
        """Whether it holds on this day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True)
class Edge:
    """A relation; or a succession, from who ended (below) to who followed (above)."""

    of: str
    pk: int
    kind: str
    valid_from: date
    decision: str
    below_id: int
    above_id: Any
    below_name: str
    above_name: Any
    below_place: str
    above_place: Any

    @property
    def predecessor_id(self) -> int:
        """Of a succession: who ended."""
        return self.below_id

    @property
    def predecessor_name(self) -> str:
        """What it was called."""
        return self.below_name

    @property
    def successor_id(self) -> Any:
        """Of a succession: who followed, if any did."""
        return self.above_id

    @property
    def successor_name(self) -> Any:
        """What it is called."""
        return self.above_name

    def get_kind_display(self) -> str:
        """The kind in words."""
        kinds = RelationKind if self.of == RELATION else SuccessionKind
        return str(kinds(self.kind).label)


@dataclass(frozen=True)
class Other:
    """Another body and how the one shown stands to it."""

    relation: Edge
    pk: int
    name: str


@dataclass
class Lines:
    """The other bodies, by what they are to the one shown."""

    up: list[Other] = field(default_factory=list)
    down: list[Other] = field(default_factory=list)
    beside: list[Other] = field(default_factory=list)
    groups: list[Other] = field(default_factory=list)
    members: list[Other] = field(default_factory=list)


def signs_of(body: Organisation) -> list[Sign]:
    """All its names, other names, symbols, codes and terms; one query, newest first."""
    columns = ("of", "pk", "text", "valid_from", "valid_to", "decision", "decided")
    no_day = Cast(Value(None), DateField())
    names = OrganisationName.objects.annotate(of=Value(NAME), decided=no_day)
    signs = Designation.objects.annotate(of=F("kind"), decided=no_day)
    aliases = Alias.objects.annotate(
        of=Value(ALIAS),
        valid_from=no_day,
        valid_to=no_day,
        decision=Value(""),
        decided=no_day,
    )
    terms = JointTerm.objects.annotate(
        of=Value(TERM), text=Value(""), decided=F("decided_on")
    )
    first, *others = (
        rows.filter(organisation=body).values_list(*columns).order_by()
        for rows in (names, signs, aliases, terms)
    )
    found = [Sign(*row) for row in first.union(*others, all=True)]
    return sorted(found, key=lambda s: (s.valid_from or date.min, s.pk), reverse=True)


def edges_of(body: Organisation, on: date) -> list[Edge]:
    """Its relations of this day and all its successions, with names; one query."""
    relations = Relation.objects.on(on).filter(Q(below=body) | Q(above=body))
    successions = Succession.objects.filter(Q(predecessor=body) | Q(successor=body))
    found = _edges(
        relations.annotate(of=Value(RELATION), since=F("valid_from"), paper=Value("")),
        ("below_id", "above_id"),
        on,
    ).union(
        _edges(
            successions.annotate(
                of=Value(SUCCESSION), since=F("day"), paper=F("decision")
            ),
            ("predecessor_id", "successor_id"),
            on,
        ),
        all=True,
    )
    return [Edge(*row) for row in found[: 2 * MOST]]


def _edges(rows: Any, ends: tuple[str, str], on: date) -> Any:
    first, second = ends
    return (
        rows.annotate(
            first_name=name_of(first, on),
            second_name=name_of(second, on),
            first_place=place_of(first, on),
            second_place=place_of(second, on),
        )
        .order_by()
        .values_list(
            "of", "pk", "kind", "since", "paper", first, second,
            "first_name", "second_name", "first_place", "second_place",
        )
    )  # fmt: skip


def lines_of(body: Organisation, edges: list[Edge]) -> Lines:
    """How it stands to others, each by the name of the day."""
    lines = Lines()
    placed = []
    for row in edges:
        if row.of != RELATION:
            continue
        if row.below_id == body.pk:
            other = Other(row, row.above_id, row.above_name)
            placed.append((row.above_place, other, _upwards(lines, row.kind)))
        else:
            other = Other(row, row.below_id, row.below_name)
            placed.append((row.below_place, other, _downwards(lines, row.kind)))
    for _place, other, line in sorted(placed, key=lambda one: (one[0], one[1].pk)):
        line.append(other)
    return lines


def _upwards(lines: Lines, kind: str) -> list[Other]:
    if kind == RelationKind.SUPERIOR:
        return lines.up
    return lines.beside if kind == RelationKind.SAME_LEVEL else lines.groups


def _downwards(lines: Lines, kind: str) -> list[Other]:
    if kind == RelationKind.SUPERIOR:
        return lines.down
    return lines.beside if kind == RelationKind.SAME_LEVEL else lines.members


def successions_of(
    body: Organisation, edges: list[Edge]
) -> tuple[list[Edge], list[Edge]]:
    """How it ended and what it came after."""
    found = [row for row in edges if row.of == SUCCESSION]
    found.sort(key=lambda row: (row.valid_from, row.pk))
    ended = [row for row in found if row.predecessor_id == body.pk]
    return ended, [row for row in found if row.predecessor_id != body.pk]


def contents_of(body: Organisation, on: date) -> dict[str, Any]:
    """Everything that the directory says of a body on this day."""
    signs, edges = signs_of(body), edges_of(body, on)
    lines = lines_of(body, edges)
    ended, came_after = successions_of(body, edges)
    points = FocalPoint.objects.on(on).filter(organisation=body)
    competences = Competence.objects.on(on).filter(organisation=body)
    return {
        "names": [sign for sign in signs if sign.kind == NAME],
        "since": next(
            (s.valid_from for s in signs if s.kind == NAME and s.holds(on)), None
        ),
        "aliases": [sign for sign in reversed(signs) if sign.kind == ALIAS],
        "designations": [
            sign
            for sign in signs
            if sign.kind not in (NAME, ALIAS, TERM) and sign.holds(on)
        ],
        "lines": lines,
        "related": [*lines.up, *lines.beside, *lines.groups],
        "ended": ended,
        "came_after": came_after,
        "terms": [sign for sign in signs if sign.kind == TERM],
        "channels": list(
            Channel.objects.on(on).filter(organisation=body).order_by("kind", "pk")
        ),
        "focal_points": list(
            points.select_related("holder", "deputy").order_by("duty", "pk")
        ),
        "competences": list(
            competences.annotate(area_name=name_of("area_id", on))
            .select_related("topic")
            .order_by("topic__name", "pk")[:MOST]
        ),
        "is_joint": body.type == Organisation.Type.JOINT,
    }
