"""A reading as a labelled case: what a person made of it, in the shape of the corpus.

For the body that owns the reading, to improve the reader with; nobody else gets it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from phoihop.documents.models import KEPT, Draft, DraftState, Reading
from phoihop.documents.values import equal_doers, lead_as_written
from phoihop.reading.findings import Field

Case = dict[str, Any]
# How a value came about, in the words of the case.
STATES = {
    DraftState.OPEN: "not looked at",
    DraftState.ACCEPTED: "as read",
    DraftState.CORRECTED: "corrected",
    DraftState.ADDED: "added",
    DraftState.DROPPED: "dropped",
}


def labelled_case(reading: Reading) -> Case:
    """The text, the labels as a person left them, and what became of each finding.

    ``gold`` holds what was accepted, corrected or added, in the shape of a labelled
    case of the reader; ``marks`` each draft with what was read and its state.
    """
    drafts = list(Draft.objects.filter(reading=reading).order_by("position"))
    kept = [draft for draft in drafts if draft.state in KEPT]
    text: str = reading.read_text.text
    return {
        "id": f"reading-{reading.pk}",
        "text": text,
        "gold": _gold(kept, text),
        "marks": [_mark(draft) for draft in drafts],
    }


def _gold(kept: list[Draft], text: str) -> Case:
    return {
        "doc": {
            "number": _text(kept, Field.NUMBER),
            "type": _text(kept, Field.TYPE),
            "issuers": [d.value["text"] for d in _of(kept, Field.ISSUER)],
            "issued_on": _text(kept, Field.ISSUED_ON),
            "subject": _text(kept, Field.SUBJECT),
            "signers": [
                {name: d.value[name] for name in ("name", "position")}
                for d in _of(kept, Field.SIGNER)
            ],
            **_symbol(kept),
        },
        "parties": [d.value["text"] for d in _of(kept, Field.PARTY)],
        "period": next(
            (
                {"from": d.value["first"], "to": d.value["last"]}
                for d in _of(kept, Field.PERIOD)
            ),
            None,
        ),
        "references": [
            {name: d.value[name] for name in ("text", "number", "type", "date")}
            for d in _of(kept, Field.REFERENCE)
        ],
        "tasks": [_task(d, text) for d in _of(kept, Field.TASK)],
        "meeting": next(
            (
                {name: d.value[name] for name in ("date", "place", "kind", "chair")}
                for d in _of(kept, Field.MEETING)
            ),
            None,
        ),
    }


def _symbol(kept: list[Draft]) -> Case:
    """The symbol of a paper that has no number yet; a numbered one has none."""
    said = _text(kept, Field.SYMBOL)
    return {"symbol": said} if said and not _text(kept, Field.NUMBER) else {}


def _task(draft: Draft, text: str) -> Case:
    """A duty with its doers as written: several equal ones in one text.

    Its text is that of the paper, list mark and all, which the record leaves out.
    """
    value: Case = draft.value
    equal = equal_doers(value)
    due = {"kind": value["due"]["kind"], "value": value["due"]["value"]}
    if value["due"]["bound"] == "before":
        due["bound"] = "before"
    if value["due"]["note"]:
        due["note"] = value["due"]["note"]
    return {
        "text": value["text"] if draft.start is None else text[draft.start : draft.end],
        "lead": lead_as_written(value) or None,
        "supporting": [n["text"] for n in value["supporting"] if n not in equal],
        "due": due,
    }


def _mark(draft: Draft) -> Case:
    return {
        "field": draft.field,
        "state": STATES[DraftState(draft.state)],
        "span": None if draft.start is None else [draft.start, draft.end],
        "because": draft.because,
        "confidence": draft.confidence,
        "read": _words_only(draft.found),
        "value": _words_only(draft.value),
    }


def _words_only(value: Any) -> Any:
    """Without the numbers of bodies, which mean something in this house only."""
    if isinstance(value, dict):
        return {k: _words_only(v) for k, v in value.items() if k != "organisation"}
    return [_words_only(one) for one in value] if isinstance(value, list) else value


def _of(kept: Iterable[Draft], *fields: Field) -> Iterator[Draft]:
    return (draft for draft in kept if draft.field in fields)


def _text(kept: Iterable[Draft], field: Field) -> str | None:
    return next((draft.value["text"] for draft in _of(kept, field)), None)
