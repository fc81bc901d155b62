"""A draft that somebody else decided meanwhile: both texts of it, to choose from."""

from dataclasses import dataclass
from typing import Any

from phoihop.documents.models import Draft, DraftState
from phoihop.pages.draft_words import LABELS
from phoihop.reading.findings import Field


@dataclass(frozen=True)
class Overtaken:
    """A draft that somebody else decided first: as it was seen, and as it is now."""

    pk: int
    label: str
    yours: str
    theirs: str


def shown_before(decision: list[str], drafts: list[Draft]) -> Overtaken | None:
    """Both texts of the draft that a stale decision is about; None for no draft."""
    numbers = [int(word) for word in decision[1:3] if word.isdecimal()]
    draft = next((d for d in drafts if numbers and d.pk == numbers[0]), None)
    if draft is None or len(numbers) != len(("draft", "seen")):
        return None
    seen = Draft.history.objects.filter(id=draft.pk, version=numbers[1]).first()
    return Overtaken(
        pk=draft.pk,
        label=str(LABELS[Field(draft.field)]),
        yours=_in_one_line(seen) if seen is not None else "",
        theirs=_in_one_line(draft),
    )


def _in_one_line(row: Any) -> str:
    """What a draft, or one of its versions, says: its state and its words."""
    said = [str(DraftState(row.state).label)]
    for value in row.value.values():
        if isinstance(value, str):
            said.append(value)
        elif isinstance(value, dict) and value.get("text"):
            said.append(str(value["text"]))
    return " · ".join(said)
