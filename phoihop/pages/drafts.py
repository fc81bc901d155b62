"""One draft of a reading: corrected, added from selected words, its bodies found."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.documents import directory as directories
from phoihop.documents import drafts, values
from phoihop.documents.actions import desk as actions
from phoihop.documents.directory import Directory
from phoihop.documents.models import Draft, Reading
from phoihop.organisations.models import OrganisationName
from phoihop.pages.desk_rows import Offer, ended_words, offer_of, under_words
from phoihop.pages.draft_forms import FORMS, DraftForm, TaskForm
from phoihop.pages.draft_words import LABELS, why
from phoihop.pages.keyed import VersionedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.reading.findings import Field
from phoihop.reading.whence import SAYS_WHENCE

MOST_SELECTED = 5_000
MOST_FOUND = 20
# What is missed most often comes first.
ADDABLE = (Field.TASK, *(field for field in Field if field is not Field.TASK))


def desk_of(reading_id: int, draft_id: int | None = None) -> str:
    """The address of the review desk, at a draft of it."""
    address = reverse("review_desk", args=[reading_id])
    return f"{address}#nhap-{draft_id}" if draft_id else address


def draft_or_404(pk: int) -> Draft:
    """A draft of the open circles, with all that its page and its actions need."""
    rows = Draft.objects.select_related(
        "scope", "reading__document", "reading__read_text"
    )
    found: Draft = get_object_or_404(rows, pk=pk)
    return found


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Correct a draft; what the machine had read stays beside it."""
    draft = draft_or_404(pk)
    field = Field(draft.field)
    form = _form(request, field, draft.value, draft.reading, seen=draft.version)
    if form.is_valid():
        directory = _directory(draft.reading)

        def act() -> Draft:
            return actions.correct(
                draft=draft,
                seen=form.seen_version,
                value=form.value(draft.value, directory),
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect(desk_of(draft.reading_id, pk))
    context = {
        "form": form,
        "reading": draft.reading,
        "heading": _("Sửa: %(what)s") % {"what": LABELS[field]},
        "button_label": _("Lưu mục đã sửa"),
        "passage": _words(draft.reading, draft.start, draft.end),
        # What a person added has no rule of the reader behind it.
        "because": why(draft.because) if draft.found is not None else "",
        "back": desk_of(draft.reading_id, pk),
    }
    return render(request, "documents/draft.html", context)


@scoped_page
def add(request: Request, pk: int) -> HttpResponse:
    """Add what the machine did not find, from the words that were selected."""
    rows = Reading.objects.select_related("scope", "document", "read_text")
    reading: Reading = get_object_or_404(rows, pk=pk)
    if not hasattr(reading, "read_text"):
        raise Http404
    field, start, end = _asked(request, reading)
    if field is None:
        context = {
            "reading": reading,
            "choices": [(_asking(name, start, end), LABELS[name]) for name in ADDABLE],
            "passage": _words(reading, start, end),
            "back": desk_of(pk),
        }
        return render(request, "documents/draft_kind.html", context)
    selected = " ".join(_words(reading, start, end).split())
    form = _form(request, field, drafts.blank(field, selected), reading, seen=1)
    if form.is_valid():
        directory = _directory(reading)

        def act() -> Draft:
            blank = drafts.blank(field, "")
            return actions.add(
                reading=reading,
                field=field,
                value=form.value(blank, directory),
                start=start,
                end=end,
                by=request.actor,
                on=clock.today(),
            )

        made = form.once(act)
        return redirect(f"{desk_of(pk)}#nhap-{made}")
    context = {
        "form": form,
        "reading": reading,
        "heading": _("Thêm: %(what)s") % {"what": LABELS[field]},
        "button_label": _("Thêm mục này"),
        "passage": _words(reading, start, end),
        "back": desk_of(pk),
    }
    return render(request, "documents/draft.html", context)


def _asking(field: Field, start: int | None, end: int | None) -> str:
    """The address behind the question mark that asks for the form of a field."""
    asked: dict[str, object] = {"muc": field.value}
    if start is not None:
        asked |= {"tu": start, "den": end}
    return f"?{urlencode(asked)}"


class BodyFilter(forms.Form):
    """By what words a body is sought, for which name of the draft."""

    cho = forms.CharField(required=False, widget=forms.HiddenInput)
    ten = forms.CharField(
        label=gettext_lazy("Tên, tên gọi khác hoặc ký hiệu"),
        max_length=100,
        required=False,
    )


class ChooseForm(VersionedForm):
    """The body that a name of the draft means."""

    body = forms.IntegerField(min_value=1, max_value=2**31, required=True)


@scoped_page
def body(request: Request, pk: int) -> HttpResponse:
    """Find the body that a name of a draft means, or ask the operator for it."""
    draft = draft_or_404(pk)
    field = Field(draft.field)
    found = dict(values.places(field, draft.value))
    place = request.GET.get("cho") or next(iter(found), "")
    if place not in found:
        raise Http404
    named = found[place]
    form = ChooseForm(request, initial={"seen": draft.version})
    if form.is_valid():

        def act() -> Draft:
            return actions.choose_body(
                draft=draft,
                seen=form.seen_version,
                place=place,
                body=form.cleaned_data["body"],
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect(desk_of(draft.reading_id, pk))
    asked = BodyFilter(request.GET)
    sought = asked.cleaned_data["ten"] if asked.is_valid() else ""
    context = {
        "form": form,
        "filter": asked,
        "words": named["text"],
        "draft": draft,
        "offers": _offers(draft, place, named["text"], sought),
        "sought": sought,
        "request_text": _request_text(named["text"]),
        "back": desk_of(draft.reading_id, pk),
    }
    return render(request, "documents/draft_body.html", context)


def _directory(reading: Reading) -> Directory:
    """The directory as it is asked for the words of this paper."""
    rows = Draft.objects.filter(reading=reading, field__in=SAYS_WHENCE)
    return directories.of(clock.today()).for_drafts(rows, reading.read_text.text)


def _offers(draft: Draft, place: str, words: str, sought: str) -> list[Offer]:
    """Candidates for the words of the paper; with words sought, what they find."""
    directory = _directory(draft.reading)
    if not sought:
        among = values.among(Field(draft.field), draft.value, place)
        alike = directory.candidates(words, among=among)
        return [offer_of(directory, one) for one in alike]
    rows = OrganisationName.objects.shown_on(clock.today()).called(sought)
    found = rows.order_by("sort_key", "organisation").values_list(
        "organisation_id", "text"
    )
    return [
        Offer(
            body=pk,
            name=name,
            because="",
            ended=ended_words(directory, pk),
            under=under_words(directory, pk),
        )
        for pk, name in found[:MOST_FOUND]
        if pk in directory.bodies
    ]


def _request_text(words: str) -> str:
    """What an officer sends to the operator, who sees nothing of the paper."""
    return _(
        "Đề nghị thêm vào danh bạ Phối Hợp đơn vị có tên trong văn bản: “%(words)s”. "
        "Nếu đơn vị đã có dưới tên khác, đề nghị thêm tên gọi này cho đơn vị đó."
    ) % {"words": words}


def _form(
    request: Request, field: Field, value: dict[str, Any], reading: Reading, seen: int
) -> DraftForm:
    """The form of a field, filled from a value."""
    made = FORMS[field](request)
    if isinstance(made, TaskForm):
        due = value["due"]
        made.read_words = " ".join(_words(reading, due["start"], due["end"]).split())
    made.initial = {**made.shown(value), "seen": seen}
    return made


def _words(reading: Reading, start: int | None, end: int | None) -> str:
    if start is None or end is None:
        return ""
    return str(reading.read_text.text[start:end])


def _asked(
    request: Request, reading: Reading
) -> tuple[Field | None, int | None, int | None]:
    """Which field is to be added, and from which words of the paper.

    Raises ``Http404`` for words that the paper does not have.
    """
    kind = request.GET.get("muc", "")
    if kind and kind not in list(Field):
        raise Http404
    field = Field(kind) if kind else None
    said = (request.GET.get("tu", ""), request.GET.get("den", ""))
    if said == ("", ""):
        return field, None, None
    if not all(text.isascii() and text.isdecimal() and len(text) < 9 for text in said):
        raise Http404
    start, end = (int(text) for text in said)
    if not 0 <= start < end <= len(reading.read_text.text):
        raise Http404
    return field, start, min(end, start + MOST_SELECTED)
