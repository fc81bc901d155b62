"""The review desk: a paper at the left, what was read in it at the right.

Every decision is one press of a button that names the draft and the version of it that
was on the screen; without scripts the page comes back at that draft.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop import clock
from phoihop.documents import directory as directories
from phoihop.documents.actions import desk as actions
from phoihop.documents.actions import several
from phoihop.documents.counting import evidence_of
from phoihop.documents.export import labelled_case
from phoihop.documents.models import KEPT, READ, Draft, Reading, ReadingState
from phoihop.documents.unseen import places
from phoihop.files.models import FileChecked
from phoihop.organisations.permissions import Actor, may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import LARGEST
from phoihop.pages.confirming import made_of
from phoihop.pages.desk_bodies import unplaced
from phoihop.pages.desk_lits import lits
from phoihop.pages.desk_rows import Desk, laid_out
from phoihop.pages.drafts import desk_of
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.overtaken import shown_before
from phoihop.pages.page_sheets import ASKED, asked_page, page_sheet, switch
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.unseen_words import shown_places, tracked_words
from phoihop.programmes.models import Confirmation
from phoihop.reading.findings import Field
from phoihop.refusals import Stale


class DecisionForm(KeyedForm):
    """The buttons of the desk: ``accept 12 3``, ``choose 12 3 lead 45``, ``up 2``.

    Those for several drafts: ``accept_all 12.3,13.1``; ``lead_all 45`` names a body.
    """

    def decision(self) -> list[str]:
        """The words of the button that was pressed."""
        return self.request.POST.get("do", "").split()


@dataclass(frozen=True)
class Counts:
    """How far a person has come, and what would be confirmed."""

    all: int
    looked_at: int
    kept: int
    tasks: int
    open_tasks: int
    doubtful: int
    # Open duties that are looked at and taken one by one.
    alone: int


@scoped_page
def review_desk(request: Request, pk: int) -> HttpResponse:
    """Look through a reading, draft by draft."""
    readings = Reading.objects.select_related("document__file", "scope", "read_text")
    reading: Reading = get_object_or_404(readings, pk=pk)
    if reading.state not in READ:
        return redirect("document", pk=reading.document_id)
    form = DecisionForm(request)
    if form.is_valid():
        return _at_the_page(request, _decide(request, form, reading))
    text = reading.read_text.text
    # What the machine had read is shown where a draft is corrected.
    rows = Draft.objects.filter(reading=reading).defer("found")
    drafts = list(rows.order_by("position"))
    directory = directories.of(clock.today()).for_drafts(drafts, text)
    remarks = reading.read_text.remarks
    hidden = places(remarks)
    evidence = evidence_of(reading.scope_id)
    desk = laid_out(text, drafts, directory, evidence, hidden)
    counts, made = _counts(desk), made_of(reading)
    lit = list(lits(drafts))
    own = request.actor.organisation_id or 0
    may_review = _may_review(request, reading)
    context = {
        "reading": reading,
        "text": text,
        "lits": lit,
        "switch": switch(reading),
        "sheet": page_sheet(request, reading, drafts, lit),
        "laid": desk,
        "unseen_places": hidden,
        "unseen_shown": shown_places(text, hidden),
        "tracked": tracked_words(remarks),
        "unplaced": unplaced(drafts, directory, own),
        "counts": counts,
        "form": form,
        "may_review": may_review,
        "is_open": reading.state == ReadingState.READY,
        "editable": may_review and reading.state == ReadingState.READY,
        "seen": str(reading.version),
        "mark": f"reading_{reading.state}",
        "is_scanned": reading.document.file.checked != FileChecked.MACHINE,
        "made": made,
        "rest": _rest(drafts, made),
        "adds": reverse("draft_add", args=[pk]),
        "stale": shown_before(form.decision(), drafts)
        if isinstance(form.refused, Stale)
        else None,
    }
    return render(request, "documents/desk.html", context)


def _at_the_page(request: Request, answer: HttpResponseRedirect) -> HttpResponse:
    """Back to the page of the paper that was shown, if one was."""
    number = asked_page(request)
    if not number:
        return answer
    to, _hash, draft = answer.url.partition("#")
    return redirect(f"{to}?{ASKED}={number}" + (f"#{draft}" if draft else ""))


def _may_review(request: Request, reading: Reading) -> bool:
    """Whether to show the buttons."""
    return may(request.actor, Permission.READING_REVIEW, scope=reading.scope)


def _rest(drafts: list[Draft], made: list[Confirmation]) -> bool:
    """Whether duties were kept that no plan of this paper has taken."""
    taken = {pk for one in made for pk in one.drafts}
    duties = (row for row in drafts if row.field == Field.TASK and row.state in KEPT)
    return any(row.pk not in taken for row in duties)


def _counts(desk: Desk) -> Counts:
    rows = list(desk.rows())
    waiting = [row for row in rows if row.is_open]
    tasks = [row for row in rows if row.draft.field == Field.TASK]
    return Counts(
        all=len(rows),
        looked_at=len(rows) - len(waiting),
        kept=sum(row.draft.state in KEPT for row in rows),
        tasks=sum(row.draft.state in KEPT for row in tasks),
        open_tasks=sum(row.is_open for row in tasks),
        doubtful=sum(row.doubtful for row in waiting),
        alone=sum(row.is_open and not row.goes_with_others for row in tasks),
    )


def _decide(
    request: Request, form: DecisionForm, reading: Reading
) -> HttpResponseRedirect:
    """Carry out the button that was pressed; back to the desk where it stood."""
    words = form.decision()
    by, on = request.actor, clock.today()
    deed = words[0] if words else ""
    if deed in OF_THE_WHOLE:
        (seen,) = _numbers(words[1:], 1)
        form.once(lambda: OF_THE_WHOLE[deed](reading, seen, by, on))
        return redirect(desk_of(reading.pk))
    if deed in OF_SEVERAL or deed == LEAD_ALL:
        return _decide_several(form, reading, words, by, on)
    if deed == "choose":
        numbers = _numbers(words[1:3] + words[4:], 3)
    else:
        numbers = _numbers(words[1:], 2)
    rows = Draft.objects.select_related("scope", "reading")
    draft: Draft = get_object_or_404(rows, pk=numbers[0], reading=reading)
    seen, body = numbers[1], numbers[-1]

    def act() -> Draft:
        if deed == "choose":
            return actions.choose_body(
                draft=draft, seen=seen, place=words[3], body=body, by=by, on=on
            )
        if deed in ("outside", "inside"):
            return actions.set_outside(
                draft=draft, seen=seen, outside=deed == "outside", by=by, on=on
            )
        return OF_A_DRAFT[deed](draft=draft, seen=seen, by=by, on=on)

    if deed not in BUTTONS:
        raise Http404
    form.once(act)
    return redirect(desk_of(reading.pk, draft.pk))


def _decide_several(
    form: DecisionForm, reading: Reading, words: list[str], by: Actor, on: date
) -> HttpResponseRedirect:
    """Carry out a button for several drafts; back to the first of them."""
    deed, said = words[0], words[1:]
    if len(said) != 1:
        raise Http404
    if deed == LEAD_ALL:
        (body,) = _numbers(said, 1)
        form.once(lambda: several.lead_all(reading=reading, body=body, by=by, on=on))
        return redirect(desk_of(reading.pk))
    pairs = [_numbers(pair.split("."), 2) for pair in said[0].split(",")]
    seen = {pair[0]: pair[1] for pair in pairs}
    act = OF_SEVERAL[deed]
    form.once(lambda: act(reading=reading, seen=seen, by=by, on=on))
    return redirect(desk_of(reading.pk, next(iter(seen))))


def _set_aside(reading: Reading, seen: int, by: Actor, on: date) -> Reading:
    return actions.set_aside(reading=reading, seen=seen, by=by, on=on)


def _take_up(reading: Reading, seen: int, by: Actor, on: date) -> Reading:
    return actions.take_up(reading=reading, seen=seen, by=by, on=on)


OF_THE_WHOLE: dict[str, Callable[[Reading, int, Actor, date], Reading]] = {
    "aside": _set_aside,
    "up": _take_up,
}
OF_A_DRAFT: dict[str, Callable[..., Draft]] = {
    "accept": actions.accept,
    "drop": actions.drop,
    "reopen": actions.reopen,
}
OF_SEVERAL: dict[str, Callable[..., Reading]] = {
    "accept_all": several.accept_several,
    "drop_all": several.drop_several,
}
LEAD_ALL = "lead_all"
BUTTONS = {*OF_A_DRAFT, "choose", "outside", "inside"}


def _numbers(words: list[str], count: int) -> list[int]:
    """The numbers in what a button says.

    Raises ``Http404`` for what no button of this desk says.
    """
    fit = all(word.isascii() and word.isdecimal() for word in words)
    if len(words) != count or not fit:
        raise Http404
    numbers = [int(word) for word in words]
    if max(numbers) > LARGEST:
        raise Http404
    return numbers


@scoped_page
def export(request: Request, pk: int) -> HttpResponse:
    """A reading as a labelled case, one JSON object: to improve the reader with."""
    rows = Reading.objects.select_related("document", "read_text")
    reading: Reading = get_object_or_404(rows, pk=pk, state__in=READ)
    line = json.dumps(labelled_case(reading), ensure_ascii=False)
    name = f"ban-doc-{pk}.jsonl"
    return HttpResponse(
        line + "\n",
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
