"""Verbs on the signs of a body: its symbol in document numbers, its agency code."""

from datetime import date

from django.db import transaction
from django.db.models import F

from phoihop.organisations.directory_lock import hold_body, hold_directory
from phoihop.organisations.lifetimes import called, refuse_beyond_end
from phoihop.organisations.models import Designation, DesignationKind, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, codes, first_overlap
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def designate(
    *,
    body: Organisation,
    kind: DesignationKind,
    text: str,
    valid_from: date,
    valid_to: date | None = None,
    decision: str = "",
    by: Actor,
    on: date,
) -> Designation:
    """Give a body a symbol or an agency code for a span of days.

    One without end is ended where the new one begins. The body's admin gives its
    symbols; agency codes, which an authority gives out, are the operator's.
    """
    _require(by, body, kind)
    text = _written(kind, text)
    span = Span(valid_from, valid_to)
    if span.is_empty():
        raise Refused("organisation.span_empty", field="valid_to", start=valid_from)
    hold_directory()
    body = hold_body(body)
    refuse_beyond_end(body, span, field="valid_from", on=on)
    if kind == Designation.Kind.AGENCY_CODE:
        _refuse_taken(text, body, span)
    ended = _ended_by(body, kind, span)
    new = Designation.objects.create(
        organisation=body,
        kind=kind,
        text=text,
        valid_from=valid_from,
        valid_to=valid_to,
        decision=decision,
    )
    record(
        by=by,
        scope=body.desk,
        did="organisation.designated",
        on=body,
        before={str(kind): ended.text if ended else None},
        after={str(kind): text, "valid_from": valid_from, "decision": decision},
        also=[new, *([ended] if ended else [])],
    )
    return new


@transaction.atomic
def end(
    *, designation: Designation, seen: int, valid_to: date, by: Actor, on: date
) -> Designation:
    """A symbol or an agency code holds no longer from this day on."""
    body = designation.organisation
    _require(by, body, DesignationKind(designation.kind))
    if designation.valid_to is not None and designation.valid_to <= valid_to:
        raise Refused("directory.already_ended", end=designation.valid_to)
    if valid_to <= designation.valid_from:
        start = designation.valid_from
        raise Refused("organisation.span_empty", field="valid_to", start=start)
    before: dict[str, object] = {"valid_to": designation.valid_to}
    designation.change(seen=seen, valid_to=valid_to)
    record(
        by=by,
        scope=body.desk,
        did="organisation.designation_ended",
        on=body,
        before=before,
        after={str(designation.kind): designation.text, "valid_to": valid_to},
        also=[designation],
    )
    return designation


def _require(by: Actor, body: Organisation, kind: DesignationKind) -> None:
    """An agency code is the operator's to give, a symbol the body's own as well."""
    if kind == Designation.Kind.AGENCY_CODE:
        require(by, Permission.DIRECTORY_MANAGE)
    else:
        require(by, Permission.ORGANISATION_EDIT, scope=body.desk)


def _written(kind: DesignationKind, text: str) -> str:
    """As it is kept; raises for what cannot be one."""
    text = text.strip()
    if kind == Designation.Kind.AGENCY_CODE:
        text = text.upper()
        if not codes.is_agency_code(text):
            raise Refused("designation.not_a_code", field="text", text=text)
    elif not codes.is_symbol(text):
        raise Refused("designation.not_a_symbol", field="text", text=text)
    return text


def _refuse_taken(text: str, body: Organisation, span: Span) -> None:
    """Raise if the code, in either form, names another body on one of the days."""
    same = Designation.objects.filter(
        kind=DesignationKind.AGENCY_CODE, compared=codes.one_agency_code(text)
    )
    # A body that never lived, its list undone, holds no code.
    others = same.exclude(organisation=body).exclude(
        organisation__ended_on=F("organisation__founded_on")
    )
    clash = first_overlap(span, [Span(d.valid_from, d.valid_to) for d in others])
    if clash is not None:
        other = others.get(valid_from=clash.start, valid_to=clash.end)
        raise Refused(
            "designation.code_taken",
            field="text",
            text=text,
            start=clash.start,
            name=called(other.organisation, clash.start),
        )


def _ended_by(
    body: Organisation, kind: DesignationKind, span: Span
) -> Designation | None:
    """The one without end that the new one ends; raises if another holds then."""
    held = list(Designation.objects.filter(organisation=body, kind=kind))
    ended = next(
        (d for d in held if d.valid_to is None and d.valid_from < span.start), None
    )
    rest = {Span(d.valid_from, d.valid_to): d for d in held if d != ended}
    clash = first_overlap(span, rest)
    if clash is not None:
        raise Refused(
            "designation.overlaps",
            field="valid_from",
            text=rest[clash].text,
            start=clash.start,
        )
    if ended is not None:
        ended.change(seen=ended.version, valid_to=span.start)
    return ended
