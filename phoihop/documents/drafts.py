"""What a draft says, as it is stored: plain values made of findings. Pure.

By field, ``value`` is:

- number, symbol, type, place, issued_on, subject: ``{"text"}``
- issuer, party: ``{"text", "organisation"}``, the id of the body or None
- signer: ``{"name", "position"}``; period: ``{"first", "last"}``
- reference: ``{"text", "number", "type", "date"}``
- clause: ``{"number", "text", "level", "path"}``
- meeting: ``{"kind", "date", "place", "chair"}``
- task: ``{"text", "lead", "lead_words", "supporting", "due", "clause", "kind",
  "outside"}``,
  where ``lead`` is a name or None, ``supporting`` a list of names, a
  name is ``{"text", "start", "end", "organisation"}`` and ``due`` is ``{"kind",
  "value", "bound", "note", "start", "end", "date"}``; ``date`` is the day a person
  set, or None; ``start`` and ``end`` are where the words stand in the raw text
"""

import re
from dataclasses import asdict
from typing import Any, Protocol

from phoihop.reading.deadlines import due_in
from phoihop.reading.findings import Due, Field, Finding, Name, Task
from phoihop.reading.mending import readable
from phoihop.reading.plain import plain_of
from phoihop.vietnamese import nfc


class Known(Protocol):
    """Which body a name means, where that is sure; None where a person must say.

    ``among``: the names of the list in which it stands.
    """

    def __call__(self, words: str, among: tuple[str, ...] = ()) -> int | None:
        """The body, or None."""


# "1.", "2.1.", "1.3 ", "a)", "-", "+": printed again wherever the duty is in a list.
LIST_MARK = re.compile(
    r"^(?:[-–+*•]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)](?!\d)|\d{1,2}(?:\.\d{1,2})+\s)"
    r"\s*(?=\S)"
)
WITH_BODY = frozenset({Field.ISSUER, Field.PARTY})


def plain(finding: Finding, text: str, known: Known) -> dict[str, Any]:
    """The value of a finding in ``text`` as it is stored, with the sure bodies."""
    value = finding.value
    if isinstance(value, str):
        body = {"organisation": known(value)} if finding.field in WITH_BODY else {}
        return {"text": nfc(value), **body}
    if isinstance(value, Task):
        return _task(value, text, known)
    # The others hold words and numbers only.
    flat: dict[str, Any] = asdict(value)
    return {k: _stored(v) for k, v in flat.items()}


def _stored(value: object) -> object:
    """Texts composed however the paper was typed; lists as JSON has them."""
    if isinstance(value, tuple):
        return [_stored(one) for one in value]
    return nfc(value) if isinstance(value, str) else value


def said(task: Task, text: str) -> str:
    """A duty in one line: its own cell of a row, without the list mark before it."""
    words = task.text
    if task.work:
        words = readable(text[task.work.start : task.work.end]).words
    return LIST_MARK.sub("", " ".join(nfc(words).split()))


def _task(task: Task, text: str, known: Known) -> dict[str, Any]:
    # Of several equal doers the first leads and the others support (product rule 5).
    leads = _names(task.leads, known)
    supporting = [*leads[1:], *_names(task.supporting, known)]
    alone = _names((task.lead,) if task.lead else (), known)
    lead = leads[0] if leads else alone[0] if alone else None
    return {
        "text": said(task, text),
        "lead": lead,
        "lead_words": task.lead.text if task.lead and len(leads) > 1 else "",
        "supporting": supporting,
        "due": due(task.due),
        "clause": list(task.clause),
        "kind": "assigned",
        "outside": False,
    }


def _names(names: tuple[Name, ...], known: Known) -> list[dict[str, Any]]:
    """The names of one list, each with its body where the list leaves no doubt."""
    among = tuple(nfc(name.text) for name in names)
    return [
        {
            "text": words,
            "start": name.span.start if name.span else None,
            "end": name.span.end if name.span else None,
            "organisation": known(words, among),
        }
        for name, words in zip(names, among, strict=True)
    ]


def due(found: Due) -> dict[str, Any]:
    """A due as it is stored; no day is set but by a person."""
    return {
        "kind": found.kind.value,
        "value": found.value,
        "bound": found.bound.value,
        "note": found.note,
        "start": found.span.start if found.span else None,
        "end": found.span.end if found.span else None,
        "date": None,
    }


def due_of(words: str) -> dict[str, Any] | None:
    """What a person's words of a due say, as the reader would read them; else None."""
    passage = plain_of(words, 0, len(words))
    found = due_in(passage, 0, len(passage.text), labelled=True)
    if found is None:
        return None
    return {**due(found), "note": words, "start": None, "end": None}


NO_DUE = due(Due())
NEW_TASK: dict[str, Any] = {
    "text": "",
    "lead": None,
    "lead_words": "",
    "supporting": [],
    "due": NO_DUE,
    "clause": [],
    "kind": "assigned",
    "outside": False,
}


def blank(field: Field, words: str) -> dict[str, Any]:
    """A value of this field that says nothing yet but these words of the paper."""
    if field is Field.TASK:
        return {**NEW_TASK, "text": words}
    if field is Field.SIGNER:
        return {"name": words, "position": None}
    if field is Field.PERIOD:
        return {"first": words, "last": None}
    if field is Field.MEETING:
        return {"kind": words, "date": None, "place": None, "chair": None}
    value: dict[str, Any] = {"text": words}
    if field is Field.REFERENCE:
        value |= {"number": None, "type": None, "date": None}
    if field is Field.CLAUSE:
        value |= {"number": "", "level": 1, "path": []}
    if field in WITH_BODY:
        value["organisation"] = None
    return value
