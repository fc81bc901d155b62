"""What a person may make of a draft: shapes held, days that exist, bodies placed. Pure.

The shapes are those of ``drafts.py``. A value is never changed in place: each function
gives a new one.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from phoihop.reading.findings import Bound, DueKind, Field
from phoihop.refusals import Refused

Value = Mapping[str, Any]

LONGEST = 10_000
MOST_SUPPORTING = 60
# Besides its text, by field: which texts a value has, and which of them it must have.
TEXTS = {
    Field.SIGNER: ("name", "position"),
    Field.PERIOD: ("first", "last"),
    Field.REFERENCE: ("text", "number", "type", "date"),
    Field.CLAUSE: ("number", "text"),
    Field.MEETING: ("kind", "date", "place", "chair"),
}
NEEDED = {
    Field.SIGNER: "name",
    Field.PERIOD: "first",
    Field.REFERENCE: "text",
    Field.CLAUSE: "text",
    Field.MEETING: "kind",
}
WITH_BODY = (Field.ISSUER, Field.PARTY)
# What a plan is made of, and what others are held to.
DUTIES = (Field.TASK, Field.CLAUSE)
DAYS = {Field.ISSUED_ON: "text", Field.REFERENCE: "date", Field.MEETING: "date"}


def held(field: Field, value: Value) -> dict[str, Any]:
    """The value in the shape of its field, blanks at the ends taken away.

    Raises ``Refused`` for a text that is missing or too long, or a day that the
    calendar does not have.
    """
    new = deepcopy(dict(value))
    if field is Field.TASK:
        return _task(new)
    names = TEXTS.get(field, ("text",))
    for name in names:
        new[name] = _bare(new.get(name), name)
    needed = NEEDED.get(field, "text")
    if not new[needed]:
        raise Refused("draft.empty", field=needed)
    if field in DAYS:
        refuse_no_day(new[DAYS[field]], DAYS[field])
    return new


def _task(new: dict[str, Any]) -> dict[str, Any]:
    new["text"] = _bare(new.get("text"), "text")
    if not new["text"]:
        raise Refused("draft.empty", field="text")
    supporting = [name for name in new["supporting"] if name["text"].strip()]
    if len(supporting) > MOST_SUPPORTING:
        raise Refused("draft.too_many_bodies", field="supporting", most=MOST_SUPPORTING)
    new["supporting"] = supporting
    due = new["due"]
    if DueKind(due["kind"]) is DueKind.DATE:
        refuse_no_day(due["value"], "due_value")
    refuse_no_day(due["date"], "due_date")
    Bound(due["bound"])
    return new


def _bare(text: object, name: str) -> str | None:
    bare = str(text).strip() if text is not None else ""
    if len(bare) > LONGEST:
        raise Refused("draft.too_long", field=name, most=LONGEST)
    return bare or None


def refuse_no_day(text: object, field: str) -> None:
    """A day is written ``2026-06-30``, or its month or year alone; none is none.

    Raises ``Refused`` for what no calendar has.
    """
    if text in (None, ""):
        return
    whole = str(text) + "-01-01"[len(str(text)) - len("2026") :]
    try:
        date.fromisoformat(whole)
    except ValueError as error:
        raise Refused("draft.no_such_day", field=field) from error


def places(field: Field, value: Value) -> Iterator[tuple[str, Value]]:
    """Where bodies stand in a value: ``lead``, ``supporting.0``, ``organisation``."""
    if field in WITH_BODY:
        yield "organisation", value
    if field is Field.TASK:
        if value["lead"]:
            yield "lead", value["lead"]
        for number, name in enumerate(value["supporting"]):
            yield f"supporting.{number}", name


def among(field: Field, value: Value, place: str) -> tuple[str, ...]:
    """The names of the list in which the one at this place stands; none for no list.

    Of several equal doers the first leads, and the list goes on with the supporting.
    """
    if field is not Field.TASK or (place == "lead" and not value["lead_words"]):
        return ()
    leads = [value["lead"]] if value["lead"] and value["lead_words"] else []
    return tuple(str(name["text"]) for name in (*leads, *value["supporting"]))


def bodies(field: Field, value: Value) -> Iterator[int]:
    """Every body that a value names."""
    for _place, name in places(field, value):
        if name.get("organisation") is not None:
            yield name["organisation"]


def with_body(
    field: Field, value: Value, place: str, body: int | None
) -> dict[str, Any]:
    """The same value with this body at a place of it.

    Raises ``Refused`` for a place that the value does not have.
    """
    new = deepcopy(dict(value))
    for name, at in places(field, new):
        if name == place:
            at["organisation"] = body  # type: ignore[index]  # a copy of our own
            return new
    raise Refused("draft.no_such_place", field="place")


def with_same(field: Field, value: Value, words: str, body: int) -> dict[str, Any]:
    """The same value with this body wherever these words stand without one.

    A sentence begins with "Các Ban", its middle has "các Ban": the same words.
    """
    new = deepcopy(dict(value))
    for _place, at in places(field, new):
        if bare_name(at["text"]) == bare_name(words) and at.get("organisation") is None:
            at["organisation"] = body  # type: ignore[index]  # a copy of our own
    return new


def bare_name(words: str) -> str:
    """A name as it is compared: whatever its capitals and the blanks in it."""
    return " ".join(words.split()).casefold()


def needs_person(field: Field, value: Value) -> bool:
    """Whether it cannot be taken unseen: a body is not known, a day does not exist."""
    if field is Field.TASK and value["due"]["kind"] == DueKind.NONE:
        # Words of a due that no calendar has, such as 31/02.
        return bool(value["due"]["note"]) or lacks_body(field, value)
    return lacks_body(field, value)


def lacks_body(field: Field, value: Value) -> bool:
    """Whether a person has to say whom it names: the issuer, a party, the lead."""
    if field in WITH_BODY:
        return value.get("organisation") is None
    if field is not Field.TASK or value["outside"]:
        return False
    return lacks_lead(value) or value["lead"]["organisation"] is None


def lacks_lead(value: Value) -> bool:
    """Whether a duty names nobody at all who leads it, and somebody must."""
    return not value["outside"] and not value["lead"]


def lead_as_written(value: Value) -> str:
    """Who leads a duty in the words of the paper: one doer, or several equal ones."""
    lead = value["lead"]["text"] if value["lead"] else ""
    return str(value["lead_words"] or lead)


def equal_doers(value: Value) -> list[Value]:
    """Of several equal doers those after the first, who support (product rule 5)."""
    words = value["lead_words"]
    return [name for name in value["supporting"] if words and name["text"] in words]
