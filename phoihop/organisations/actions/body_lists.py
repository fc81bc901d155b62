"""Verbs on lists of bodies: looking through, entering, taking back."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import transaction

from phoihop.organisations.directory_lock import hold_bodies, hold_directory
from phoihop.organisations.edges import write_edge
from phoihop.organisations.entering import enter as enter_body
from phoihop.organisations.models import (
    BodyList,
    BodyListLine,
    Competence,
    Designation,
    DesignationKind,
    ListState,
    Membership,
    Organisation,
    OrganisationName,
    OrganisationType,
    Relation,
    RelationKind,
    ScopeMember,
    Succession,
)
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, body_list, codes
from phoihop.organisations.rules.body_list import Column, Fault, Line, Listing
from phoihop.reading.headed import as_words
from phoihop.refusals import Refused
from phoihop.screening import gate
from phoihop.screening.fields import class_of
from phoihop.trail.actions import record
from phoihop.versions.models import VersionedRow
from phoihop.vietnamese import fold

# The rows that a cell would become say how strictly it is held.
BECOMES = {
    Column.NAME: "organisations.OrganisationName.text",
    Column.SYMBOL: "organisations.Designation.text",
    Column.CODE: "organisations.Designation.text",
    Column.ALIASES: "organisations.Alias.text",
    Column.SUPERIOR: "organisations.OrganisationName.text",
}


class _Known(NamedTuple):
    """What the directory has today, by the forms in which it is compared."""

    names: dict[str, int]
    codes: dict[str, int]


@transaction.atomic
def look_through(*, listing: Listing, by: Actor, on: date) -> BodyList:
    """Keep what a sheet lists, each line with what it would come to; enter nothing.

    Raises ``Refused`` for a sheet that is no list of bodies. A cell in which the gate
    finds personal data is not kept, nor is its line: only where it stands.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    _refuse_no_list(listing)
    known = _known(on)
    kept = BodyList.objects.create(received_on=on)
    listed = {fold(line.name) for line in listing.lines if not line.faults}
    lines = [_kept_line(kept, line, known, listed) for line in listing.lines]
    after: dict[str, object] = {"lines": len(lines)}
    record(
        by=by, scope=None, did="body_list.received", on=kept, after=after, also=lines
    )
    return kept


@transaction.atomic
def enter(*, body_list: BodyList, seen: int, by: Actor, on: date) -> BodyList:
    """Found every body that the list names anew; all of them or none.

    Lines with faults and bodies that the directory has are left alone. One entry in
    the trail for the whole list: it is one decision.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    hold_directory()
    if body_list.state != ListState.PREVIEW:
        raise Refused("body_list.not_waiting")
    lines = list(body_list.lines.new().order_by("number"))
    if not lines:
        raise Refused("body_list.nothing_new")
    known = _known(on)
    _refuse_overtaken(lines, known)
    body_list.change(seen=seen, state=ListState.ENTERED)
    made, also = _founded(lines, on)
    also += _placed(lines, made, known, on)
    record(
        by=by,
        scope=None,
        did="body_list.entered",
        on=body_list,
        after={"bodies": [body.pk for body in made.values()]},
        also=[*made.values(), *also],
    )
    return body_list


@transaction.atomic
def undo(*, body_list: BodyList, seen: int, by: Actor, on: date) -> BodyList:
    """Take a list back: its bodies end on the day they began, so they never were.

    Refused while anything hangs on one of them: then that body is ended with its
    own decision, not undone.
    """
    require(by, Permission.DIRECTORY_MANAGE)
    hold_directory()
    if body_list.state != ListState.ENTERED:
        raise Refused("body_list.not_entered")
    made = Organisation.objects.filter(
        pk__in=body_list.lines.exclude(made=None).values("made")
    )
    bodies = list(hold_bodies(made).values())
    _refuse_used(bodies)
    body_list.change(seen=seen, state=ListState.UNDONE)
    for body in bodies:
        body.change(seen=body.version, ended_on=body.founded_on)
    record(
        by=by,
        scope=None,
        did="body_list.undone",
        on=body_list,
        after={"bodies": [body.pk for body in bodies]},
        also=bodies,
    )
    return body_list


def _refuse_no_list(listing: Listing) -> None:
    if not listing.headed:
        raise Refused("body_list.no_heading", field="file")
    if listing.missing:
        names = ", ".join(f"“{body_list.HEADINGS[c][0]}”" for c in listing.missing)
        raise Refused("body_list.columns_missing", field="file", columns=names)
    if listing.too_many:
        most = body_list.MOST_LINES
        raise Refused("body_list.too_many", field="file", most=most)
    if not listing.lines:
        raise Refused("body_list.empty", field="file")


def _known(on: date) -> _Known:
    """Names and codes of the bodies that live today."""
    living = Organisation.objects.living(on)
    names = OrganisationName.objects.on(on).filter(organisation__in=living)
    signs = Designation.objects.on(on).filter(
        organisation__in=living, kind=DesignationKind.AGENCY_CODE
    )
    return _Known(
        dict(names.values_list("folded", "organisation_id")),
        dict(signs.values_list("compared", "organisation_id")),
    )


def _kept_line(
    kept: BodyList, line: Line, known: _Known, listed: set[str]
) -> BodyListLine:
    personal = [column for column in BECOMES if _speaks_of_persons(line, column)]
    if personal:
        faults = as_words((Fault.PERSONAL_DATA, column) for column in personal)
        return BodyListLine.objects.create(list=kept, number=line.number, faults=faults)
    found = known.names.get(fold(line.name))
    wrong = [*line.faults, *_faults_beside(line, known, listed, found)]
    return BodyListLine.objects.create(
        list=kept,
        number=line.number,
        name=line.name[:300],
        type=line.type,
        level=line.level,
        symbol=line.symbol[:60],
        code=line.code[:60],
        aliases="\n".join(line.aliases),
        superior=line.superior[:300],
        founded_on=line.founded_on,
        faults=as_words(wrong),
        known_id=found,
    )


def _speaks_of_persons(line: Line, column: Column) -> bool:
    said = getattr(line, column)
    text = "\n".join(said) if isinstance(said, tuple) else said
    return bool(gate.against(text, class_of(BECOMES[column])))


def _faults_beside(
    line: Line, known: _Known, listed: set[str], found: int | None
) -> Iterable[tuple[Fault, Column]]:
    """What only the directory and the rest of the list can tell."""
    if line.type == OrganisationType.JOINT:
        yield Fault.JOINT_APART, Column.TYPE
    if line.symbol and not codes.is_symbol(line.symbol):
        yield Fault.SYMBOL_UNREADABLE, Column.SYMBOL
    if line.code and not codes.is_agency_code(line.code.upper()):
        yield Fault.CODE_UNREADABLE, Column.CODE
    elif line.code:
        holder = known.codes.get(codes.one_agency_code(line.code.upper()))
        if holder is not None and holder != found:
            yield Fault.CODE_TAKEN, Column.CODE
    above = fold(line.superior)
    if above and above not in known.names and above not in listed:
        yield Fault.SUPERIOR_UNKNOWN, Column.SUPERIOR


def _refuse_overtaken(lines: list[BodyListLine], known: _Known) -> None:
    """Raise if one of the bodies came into the directory since the look."""
    for line in lines:
        if fold(line.name) in known.names:
            raise Refused("body_list.overtaken", name=line.name, number=line.number)


def _founded(
    lines: list[BodyListLine], on: date
) -> tuple[dict[str, Organisation], list[VersionedRow]]:
    """The bodies by their folded names, and the rows written besides."""
    made: dict[str, Organisation] = {}
    also: list[VersionedRow] = []
    for line in lines:
        body, rows = enter_body(
            name=line.name,
            type=Organisation.Type(line.type),
            level=Organisation.Level(line.level),
            founded_on=line.founded_on or on,
            aliases=line.aliases.splitlines(),
            decision="",
            on=on,
        )
        line.change(seen=line.version, made=body)
        made[fold(line.name)] = body
        also += [line, *rows, *_signs(line, body)]
    return made, also


def _signs(line: BodyListLine, body: Organisation) -> list[VersionedRow]:
    signs = (
        (DesignationKind.SYMBOL, line.symbol),
        (DesignationKind.AGENCY_CODE, line.code.upper()),
    )
    return [
        Designation.objects.create(
            organisation=body, kind=kind, text=text, valid_from=body.founded_on
        )
        for kind, text in signs
        if text
    ]


def _placed(
    lines: list[BodyListLine],
    made: dict[str, Organisation],
    known: _Known,
    on: date,
) -> list[VersionedRow]:
    """The edges to the bodies directly above, of this list or of the directory."""
    names = {fold(line.superior) for line in lines if line.superior}
    standing = {name: known.names[name] for name in names if name in known.names}
    held = Organisation.objects.in_bulk(standing.values())
    above = {**{name: held[pk] for name, pk in standing.items()}, **made}
    edges: list[VersionedRow] = []
    for line in lines:
        if not line.superior:
            continue
        if fold(line.superior) not in above:
            # Its own line has a fault, so it was left out.
            name = line.superior
            raise Refused("body_list.superior_left_out", name=name, number=line.number)
        below, over = made[fold(line.name)], above[fold(line.superior)]
        span = Span(max(below.founded_on, over.founded_on))
        kind = RelationKind.SUPERIOR
        edges.append(write_edge(kind=kind, below=below, above=over, span=span, on=on))
    return edges


def _refuse_used(bodies: list[Organisation]) -> None:
    """Raise if anything hangs on one of the bodies besides what the list brought."""
    keys = [body.pk for body in bodies]
    desks = [body.desk_id for body in bodies]
    own = Relation.objects.filter(below__in=keys)
    from_outside = Relation.objects.filter(above__in=keys).exclude(below__in=keys)
    renamed = OrganisationName.objects.filter(organisation__in=keys)
    used = [
        *ScopeMember.objects.filter(organisation__in=keys)
        .exclude(scope__in=desks)
        .values_list("organisation", flat=True),
        *Membership.objects.filter(organisation__in=keys).values_list(
            "organisation", flat=True
        ),
        *Competence.objects.filter(organisation__in=keys).values_list(
            "organisation", flat=True
        ),
        *Succession.objects.filter(predecessor__in=keys).values_list(
            "predecessor", flat=True
        ),
        *Succession.objects.filter(successor__in=keys).values_list(
            "successor", flat=True
        ),
        *own.exclude(kind=RelationKind.SUPERIOR).values_list("below", flat=True),
        *from_outside.values_list("above", flat=True),
        *renamed.exclude(valid_to=None).values_list("organisation", flat=True),
        *[body.pk for body in bodies if body.ended_on is not None],
    ]
    if used:
        first = OrganisationName.objects.filter(organisation=min(used)).latest(
            "valid_from"
        )
        raise Refused("body_list.in_use", name=first.text)
