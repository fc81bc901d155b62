"""A reading as plain values in the shape of the corpus labels, for the command line."""

from typing import Any

from phoihop.reading.findings import (
    Due,
    DueKind,
    Field,
    Finding,
    Meeting,
    Period,
    Reading,
    Reference,
    Signer,
    Task,
)

# Kinds of due that the labels know; the others are told by their words.
_KINDS = {
    DueKind.DATE,
    DueKind.MONTH,
    DueKind.QUARTER,
    DueKind.YEAR,
    DueKind.RECURRING,
}


def as_gold(reading: Reading) -> dict[str, Any]:
    """doc, parties, period, references, tasks, meeting; each finding with its span.

    ``found`` says span, confidence and rule of what the labels have as a bare word.
    """
    return {
        "doc": _doc(reading),
        "parties": [found.value for found in reading.of(Field.PARTY)],
        "period": _period(reading),
        "references": [_reference(found) for found in reading.of(Field.REFERENCE)],
        "tasks": [_task(found) for found in reading.of(Field.TASK)],
        "meeting": _meeting(reading),
        "found": [
            {"field": str(found.field), "value": found.value, **_where(found)}
            for found in reading.findings
            if isinstance(found.value, str)
        ],
    }


def _doc(reading: Reading) -> dict[str, Any]:
    doc = {
        "number": _word(reading, Field.NUMBER),
        "type": _word(reading, Field.TYPE),
        "issuers": [found.value for found in reading.of(Field.ISSUER)],
        "issued_on": _word(reading, Field.ISSUED_ON),
        "subject": _word(reading, Field.SUBJECT),
        "signers": [
            {
                "name": found.value.name,
                "position": found.value.position,
                **_where(found),
            }
            for found in reading.of(Field.SIGNER)
            if isinstance(found.value, Signer)
        ],
    }
    symbol = _word(reading, Field.SYMBOL)
    return {**doc, "symbol": symbol} if symbol else doc


def _word(reading: Reading, field: Field) -> str | None:
    found = reading.one(field)
    return found.value if found and isinstance(found.value, str) else None


def _where(found: Finding) -> dict[str, Any]:
    span = [found.span.start, found.span.end] if found.span else None
    return {"span": span, "confidence": found.confidence, "because": found.because}


def _period(reading: Reading) -> dict[str, Any] | None:
    found = reading.one(Field.PERIOD)
    if found is None or not isinstance(found.value, Period):
        return None
    return {"from": found.value.first, "to": found.value.last, **_where(found)}


def _reference(found: Finding) -> dict[str, Any]:
    value = found.value
    if not isinstance(value, Reference):
        return _where(found)
    return {
        "text": value.text,
        "number": value.number,
        "type": value.type,
        "date": value.date,
        **_where(found),
    }


def _meeting(reading: Reading) -> dict[str, Any] | None:
    found = reading.one(Field.MEETING)
    if found is None or not isinstance(found.value, Meeting):
        return None
    value = found.value
    return {
        "kind": value.kind,
        "date": value.date,
        "place": value.place,
        "chair": value.chair,
        **_where(found),
    }


def _task(found: Finding) -> dict[str, Any]:
    value = found.value
    if not isinstance(value, Task):
        return _where(found)
    return {
        "text": value.text,
        "lead": value.lead.text if value.lead else None,
        "leads": [name.text for name in value.leads],
        "supporting": [name.text for name in value.supporting],
        "due": _due(value.due),
        "clause": list(value.clause),
        **_where(found),
    }


def _due(due: Due) -> dict[str, Any]:
    """A half-year is the month of its end; an event is told by its words alone."""
    kind, value, note = due.kind, due.value, due.note
    if kind is DueKind.HALF_YEAR and value:
        kind = DueKind.MONTH
        value = f"{value[:4]}-{'06' if value.endswith('H1') else '12'}"
    elif kind not in _KINDS:
        kind, value = DueKind.NONE, None
    plain: dict[str, Any] = {"kind": str(kind), "value": value}
    return {**plain, "note": note} if note else plain
