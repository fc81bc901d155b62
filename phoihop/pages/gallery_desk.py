"""The review desk of the gallery: a paper of two lines, made of nothing stored."""

from datetime import date
from typing import Any

from django.templatetags.static import static

from phoihop.documents.directory import Body, Directory
from phoihop.documents.drafts import NEW_TASK, due_of
from phoihop.documents.models import Draft
from phoihop.documents.precision import Tally
from phoihop.documents.unseen import Place
from phoihop.pages.desk_bodies import unplaced
from phoihop.pages.desk_lits import lits
from phoihop.pages.desk_rows import laid_out
from phoihop.pages.page_sheets import LitPlace, PageSheet, Switch
from phoihop.pages.unseen_words import shown_places
from phoihop.reading.findings import Field
from phoihop.reading.gazetteer import Entry, Gazetteer

TEXT = (
    "Căn cứ Kế hoạch số 05-KH/TU ngày 20/02/2025;\n"
    "1. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp tổ chức hội nghị, xong trước "
    "ngày 30/6/2026."
)
ON = date(2026, 6, 15)
EVIDENCE = {("task", "lead_verb"): Tally(99, 97, 1, 1, 0, documents=4)}
PROVEN = {("task", "lead_verb"): Tally(125, 125, documents=50)}
# The last words of the duty stand in the colour of the paper.
HIDDEN = (Place(1, TEXT.index("xong trước"), len(TEXT), ("white",)),)
KNOWN = (
    (1, "Sở Nội vụ tỉnh Lam Khê", None),
    (2, "Sở Tư pháp tỉnh Lam Khê", date(2025, 7, 1)),
)


def sample() -> dict[str, Any]:
    """What the desk's components are shown with."""
    bodies = {pk: Body(pk, name, None, ended, ()) for pk, name, ended in KNOWN}
    entries = (Entry(pk, name, "name", bool(ended)) for pk, name, ended in KNOWN)
    directory = Directory(ON, bodies, Gazetteer(entries))
    drafts = [_reference(), _task()]
    desk = laid_out(TEXT, drafts, directory, EVIDENCE, HIDDEN)
    known = laid_out(TEXT, drafts, directory, PROVEN)
    return {
        "paper_text": TEXT,
        "paper_switch": Switch("#van-ban", "#trang-goc"),
        "paper_sheet": _sheet(),
        "paper_lits": list(lits(drafts)),
        "paper_rows": desk.groups[0].rows,
        # The same duty under two items of a paper, by a rule that is proven.
        "paper_groups": [*known.groups, *known.groups],
        "paper_references": desk.references,
        "paper_hidden": HIDDEN,
        "paper_unseen": shown_places(TEXT, HIDDEN),
        "paper_unplaced": unplaced([*drafts, _party()], directory, own=1),
    }


def _sheet() -> PageSheet:
    """A page of two lines, with a name on it that no draft beside it has."""
    boxes = ((200, 100, 1500, 120), (100, 260, 900, 120))
    return PageSheet(
        1,
        pages=2,
        width=2000,
        height=600,
        picture=static("phoihop/icon.svg"),
        places=(LitPlace(12, "lead", KNOWN[0][1], boxes),),
        page_of={12: 1},
    )


def _reference() -> Draft:
    words = "Kế hoạch số 05-KH/TU ngày 20/02/2025"
    value = {"text": words, "number": "05-KH/TU", "type": "kế hoạch"}
    return _draft(
        1,
        field=Field.REFERENCE,
        value={**value, "date": "2025-02-20"},
        words=words,
        sure=95,
        because="cited.number",
    )


def _party() -> Draft:
    words = "Sở Tư pháp"
    value = {"text": words, "organisation": None}
    return _draft(
        3, field=Field.PARTY, value=value, words=words, sure=60, because="party.between"
    )


def _task() -> Draft:
    words = TEXT.split("\n")[1]
    value = {
        **NEW_TASK,
        "text": words,
        "lead": _name("Sở Nội vụ", 1),
        "supporting": [_name("Sở Tư pháp", None)],
        "due": due_of("trước ngày 30/6/2026"),
    }
    return _draft(
        2, field=Field.TASK, value=value, words=words, sure=60, because="lead_verb"
    )


def _name(words: str, body: int | None) -> dict[str, Any]:
    start = TEXT.index(words)
    end = start + len(words)
    return {"text": words, "start": start, "end": end, "organisation": body}


def _draft(
    pk: int,
    *,
    field: Field,
    value: dict[str, Any],
    words: str,
    sure: int,
    because: str,
) -> Draft:
    start = TEXT.index(words)
    return Draft(
        pk=pk,
        position=pk,
        field=field.value,
        found=value,
        value=value,
        start=start,
        end=start + len(words),
        confidence=sure,
        because=because,
    )
