"""What of a paper's text is lit at the review desk: the words of its drafts."""

from collections.abc import Iterable, Iterator
from typing import Any

from phoihop.documents import values
from phoihop.documents.models import Draft, DraftState
from phoihop.pages.lit_text import Lit
from phoihop.reading.findings import Field


def lits(drafts: Iterable[Draft]) -> Iterator[Lit]:
    """What is lit in the text: each draft that is not dropped, and the names in it.

    A numbered item that is itself a duty is lit as that duty alone.
    """
    drafts = [draft for draft in drafts if draft.state != DraftState.DROPPED]
    duties = {draft.start for draft in drafts if draft.field == Field.TASK}
    for draft in drafts:
        if draft.field == Field.CLAUSE and draft.start in duties:
            continue
        if draft.start is None or draft.end is None:
            continue
        of = Field(draft.field)
        kind = of.value if of in (Field.TASK, Field.CLAUSE, Field.REFERENCE) else "head"
        # Of a numbered item only the number: its words are duties, as a rule.
        number = str(draft.value.get("number") or "") if of is Field.CLAUSE else ""
        end = draft.start + len(number) if number else draft.end
        yield Lit(draft.start, end, kind, draft.pk)
        if of is not Field.TASK:
            continue
        due = draft.value["due"]
        if has_place(due):
            yield Lit(due["start"], due["end"], "due", draft.pk)
        for place, name in values.places(of, draft.value):
            if name.get("start") is not None and name.get("end") is not None:
                part = "lead" if place == "lead" else "supporting"
                yield Lit(name["start"], name["end"], part, draft.pk)


def has_place(due: dict[str, Any]) -> bool:
    """Whether a time of a draft stands somewhere in the text."""
    return due.get("start") is not None and due.get("end") is not None
