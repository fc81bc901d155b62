"""The drafts of a reading as the review desk shows them: plain values, no question."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from phoihop.documents import precision, values
from phoihop.documents.directory import Directory
from phoihop.documents.models import Draft, DraftState
from phoihop.documents.precision import Evidence, Tally
from phoihop.documents.rules import SURE
from phoihop.documents.unseen import Place, Touching
from phoihop.formats import day
from phoihop.pages.desk_lits import has_place
from phoihop.pages.draft_words import (
    DOUBTS,
    LABELS,
    LIKENESS,
    PARTS,
    day_of,
    due_words,
    why,
)
from phoihop.pages.unseen_words import why_unseen
from phoihop.reading.extracted import HIDDEN
from phoihop.reading.findings import Field
from phoihop.reading.gazetteer import Candidate
from phoihop.screening import gate
from phoihop.screening.classes import TextClass
from phoihop.sentences.screening import kinds_in_words

HEAD = (
    Field.NUMBER,
    Field.SYMBOL,
    Field.TYPE,
    Field.ISSUER,
    Field.ISSUED_ON,
    Field.PLACE,
    Field.SUBJECT,
    Field.SIGNER,
    Field.PARTY,
    Field.PERIOD,
    Field.MEETING,
)
MOST_OFFERED = 3
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Offer:
    """A body that a name may mean; one that has ended cannot be chosen."""

    body: int
    name: str
    because: str
    ended: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class ShownName:
    """A body in a draft: as the paper writes it, and whom that is taken to mean."""

    label: str
    place: str
    words: str
    body: str
    ended: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class ShownDraft:
    """One draft on the desk."""

    draft: Any
    label: str
    words: str
    line: int
    doubtful: bool
    persons: str
    # What became of its rule's findings in the papers that were confirmed here.
    tally: Tally
    facts: list[tuple[str, str]] = field(default_factory=list)
    names: list[ShownName] = field(default_factory=list)
    # Why words of it are not seen in the paper, and the first place of them.
    unseen: str = ""
    unseen_at: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it yet."""
        return bool(self.draft.state == DraftState.OPEN)

    @property
    def goes_with_others(self) -> bool:
        """Whether one press may take it together with others."""
        of = Field(self.draft.field)
        proven = precision.goes_with_others(of, self.draft.value, self.tally)
        return proven and not self.unseen

    @property
    def outside(self) -> bool:
        """Whether it is a duty outside of what this house helps with."""
        return bool(self.draft.value.get("outside"))

    @property
    def why(self) -> str:
        """The rule that found it."""
        return why(self.draft.because)


@dataclass
class Group:
    """Duties under one numbered item of the paper."""

    heading: str
    rows: list[ShownDraft] = field(default_factory=list)


@dataclass
class Desk:
    """All of a reading: heading facts, references, items, duties by item."""

    head: list[ShownDraft] = field(default_factory=list)
    references: list[ShownDraft] = field(default_factory=list)
    clauses: list[ShownDraft] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def rows(self) -> Iterator[ShownDraft]:
        """In the order in which they stand on the page."""
        yield from self.head
        for group in self.groups:
            yield from group.rows
        yield from self.clauses
        yield from self.references


def laid_out(
    text: str,
    drafts: list[Draft],
    directory: Directory,
    evidence: Evidence,
    hidden: Sequence[Place] = (),
) -> Desk:
    """The desk of these drafts, which come in the order of their positions.

    ``hidden``: what nobody sees in the paper; a draft that stands on it says so.
    """
    desk = Desk()
    touching = Touching(hidden)
    paper = _Paper(text, _Lines(text), directory, evidence)
    headings = {tuple(d.value["path"]): d for d in drafts if d.field == Field.CLAUSE}
    tasks = 0
    for draft in drafts:
        of = Field(draft.field)
        if of is Field.TASK:
            tasks += 1
            shown = _shown(draft, f"{LABELS[of]} {tasks}", paper)
            shown = _unseen(shown, touching)
            heading = _heading(draft, headings)
            if not desk.groups or desk.groups[-1].heading != heading:
                desk.groups.append(Group(heading))
            desk.groups[-1].rows.append(shown)
            continue
        shown = _unseen(_shown(draft, str(LABELS[of]), paper), touching)
        if of is Field.REFERENCE:
            desk.references.append(shown)
        elif of is Field.CLAUSE:
            desk.clauses.append(shown)
        else:
            desk.head.append(shown)
    desk.head.sort(key=lambda row: (HEAD.index(row.draft.field), row.draft.position))
    return desk


def _unseen(shown: ShownDraft, touching: Touching) -> ShownDraft:
    """What a draft stands on and nobody sees makes it doubtful."""
    draft = shown.draft
    touched = touching.of(draft.start, draft.end, draft.value)
    if not touched:
        return shown
    kinds = {kind for place in touched for kind in place.kinds}
    return replace(
        shown,
        doubtful=True,
        unseen=why_unseen(kind for kind in HIDDEN if kind in kinds),
        unseen_at=touched[0].number,
    )


class _Lines:
    """Which line a character stands in; asked in any order."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        at = text.find("\n")
        while at >= 0:
            self.starts.append(at + 1)
            at = text.find("\n", at + 1)

    def of(self, at: int | None) -> int:
        """The number of the line, counted from 1; 0 for what stands nowhere."""
        return bisect_right(self.starts, at) if at is not None else 0


@dataclass(frozen=True, slots=True)
class _Paper:
    """What every draft of a paper is shown with."""

    text: str
    lines: _Lines
    directory: Directory
    evidence: Evidence


def _heading(draft: Draft, headings: dict[tuple[str, ...], Draft]) -> str:
    """The item above a duty: of an item that is the duty itself, the one over it."""
    path = tuple(draft.value.get("clause") or ())
    while path:
        item = headings.get(path)
        is_itself = item is not None and _within(item, draft)
        if item is not None and not is_itself:
            return f"{item.value['number']}. {item.value['text']}"
        path = path[:-1]
    return ""


def _within(item: Draft, draft: Draft) -> bool:
    """Whether an item of the paper and a duty are the same words."""
    if item.start is None or item.end is None:
        return False
    if draft.start is None or draft.end is None:
        return False
    return item.start < draft.end and draft.start < item.end


def _shown(draft: Draft, label: str, paper: _Paper) -> ShownDraft:
    of, value = Field(draft.field), draft.value
    is_task = of is Field.TASK
    words = str(value.get("text") or value.get("name") or "")
    if of is Field.ISSUED_ON:
        words = day_of(words)
    due = value.get("due") or {}
    facts = _facts(of, value)
    if is_task:
        read = paper.text[due["start"] : due["end"]] if has_place(due) else ""
        facts = [(_("Hạn"), due_words(due, read)), *facts]
    tally = paper.evidence.get((draft.field, draft.because), precision.NOTHING)
    sure = precision.confidence(draft.confidence, tally) >= SURE
    return ShownDraft(
        draft=draft,
        label=label,
        words=words,
        line=paper.lines.of(draft.start),
        doubtful=not sure or values.needs_person(of, value),
        persons=persons_in(words) if is_task and draft.state != "dropped" else "",
        facts=facts,
        names=list(_names(of, value, paper.directory)),
        tally=tally,
    )


def _facts(of: Field, value: dict[str, Any]) -> list[tuple[str, str]]:
    """The parts of a value besides the words that head it."""
    if of is Field.TASK:
        if not value["lead"]:
            nobody = _("– văn bản không ghi đơn vị nào")
            return [] if value["outside"] else [(_("Chủ trì"), nobody)]
        together = value["lead_words"]
        said = _("«%(words)s»; đơn vị đầu tiên được ghi là chủ trì")
        return [(_("Cùng chủ trì"), said % {"words": together})] if together else []
    names = values.TEXTS.get(of, ())
    shown = [name for name in names if name not in ("text", "name") and value[name]]
    if of is Field.CLAUSE:
        shown = ["number"]
    return [(str(PARTS[name]), day_of(str(value[name]))) for name in shown]


def _names(
    of: Field, value: dict[str, Any], directory: Directory
) -> Iterator[ShownName]:
    label = _("Phối hợp") if value.get("supporting") else ""
    labels = {"organisation": _("Đơn vị"), "lead": _("Chủ trì")}
    for place, name in values.places(of, value):
        list_of = values.among(of, value, place)
        yield shown_name(labels.get(place, label), place, name, directory, list_of)


def shown_name(
    label: str,
    place: str,
    name: values.Value,
    directory: Directory,
    among: tuple[str, ...] = (),
) -> ShownName:
    """A name with the body it is taken for, or those that it may mean."""
    words, chosen = str(name["text"]), name.get("organisation")
    body = directory.bodies.get(chosen) if chosen is not None else None
    if body is not None:
        return ShownName(
            label, place, words, body.name, ended_words(directory, body.pk)
        )
    found = directory.candidates(words, most=MOST_OFFERED, among=among)
    offers = tuple(offer_of(directory, one) for one in found)
    return ShownName(label, place, words, "", "", offers)


def offer_of(directory: Directory, candidate: Candidate) -> Offer:
    """A candidate with the words that the desk says of it."""
    body = candidate.organisation
    return Offer(
        body=body,
        name=directory.bodies[body].name,
        because=likeness(candidate, directory.bodies[body].name),
        ended=ended_words(directory, body),
        under=under_words(directory, body),
    )


def under_words(directory: Directory, pk: int) -> str:
    """Under whom a body stands: what two of one name differ in."""
    above = directory.bodies.get(directory.bodies[pk].above or 0)
    return _("thuộc %(name)s") % {"name": above.name} if above else ""


def likeness(candidate: Candidate, name: str = "") -> str:
    """Why a body may be meant, with the words of the directory where they help.

    ``name``: what the body is called beside it, and need not be said again. Behind the
    reason stands what speaks against it, so that nobody wonders why it was not taken.
    """
    said = str(LIKENESS[candidate.because])
    if candidate.because == "former" and candidate.until is not None:
        said = _("tên cũ đến %(day)s") % {"day": day(candidate.until - A_DAY)}
    if candidate.because != "name" and candidate.text != name:
        said = f"{said} “{candidate.text}”"
    doubt = str(DOUBTS[candidate.doubt]) if candidate.doubt else ""
    return f"{said}; {doubt}" if doubt else said


def ended_words(directory: Directory, pk: int) -> str:
    """That a body has ended and who came after it; empty while it lives."""
    if not directory.has_ended(pk):
        return ""
    body = directory.bodies[pk]
    after = [directory.bodies[heir].name for heir in body.heirs]
    ended = {"day": day(body.ended_on), "heirs": ", ".join(after)}
    if not after:
        return _("đã kết thúc từ %(day)s") % ended
    return _("đã kết thúc từ %(day)s, nay là %(heirs)s") % ended


@lru_cache(maxsize=4096)
def _kinds_of_persons(words: str) -> tuple[str, ...]:
    """What a duty's words tell of persons: asked again at each look, so remembered."""
    found = gate.against(words, TextClass.FREE)
    return tuple(dict.fromkeys(one.kind for one in found))


def persons_in(words: str) -> str:
    """What the confirmation would refuse these words for; empty if nothing."""
    return kinds_in_words(_kinds_of_persons(words))
