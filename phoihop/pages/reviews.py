"""Reviews: the list, one of them beside its records, its words, its paper."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.drafting import docx, pdf
from phoihop.organisations.models import name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import newest_first
from phoihop.pages.files import MEDIA_TYPES
from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.programmes import year_field
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import history
from phoihop.programmes.models import Programme
from phoihop.reports import paper
from phoihop.reports.actions import reviews as actions
from phoihop.reports.gathering import content_of
from phoihop.reports.models import Block, Judgement, Review, ReviewKind
from phoihop.reports.rules import Cite, Fact


class LeavingFields(forms.Form):
    """Up to which day a review counts, and how its paper leaves."""

    day = DayField(label=_("Số liệu đến hết ngày"))
    place = forms.CharField(
        label=_("Địa danh"), max_length=100, help_text=_("Ví dụ: Lam Khê.")
    )
    office = forms.CharField(
        label=_("Chức vụ người ký"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mỗi dòng một ý, ví dụ: KT. TRƯỞNG BAN, dòng sau PHÓ TRƯỞNG BAN."),
    )
    recipients = forms.CharField(
        label=_("Nơi nhận"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi nơi một dòng; dòng Lưu tự có."),
    )


class ReviewForm(LeavingFields, KeyedForm):
    """A new review."""

    field_order = ("kind", "year", "plan", "day", "place", "office", "recipients")

    kind = forms.ChoiceField(label=_("Loại báo cáo"), choices=ReviewKind.choices)
    year = year_field(_("Năm"))
    plan: Any = forms.ModelChoiceField(
        label=_("Kế hoạch"),
        queryset=None,
        required=False,
        empty_label=_("tất cả kế hoạch trong năm mà đơn vị tham gia"),
    )

    def __init__(self, request: Request, programme: Programme, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        plans = programme.plans.order_by("-year", "pk")
        # Declared as a ModelChoiceField; the stubs know it as a Field.
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]


class ReviewEditForm(LeavingFields, VersionedForm):
    """A draft's day and how it leaves."""


class JudgementFields(forms.Form):
    """What the body itself thinks."""

    block = forms.ChoiceField(label=_("Phần"), choices=Block.choices)
    text = forms.CharField(
        label=_("Nhận định của đơn vị"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Nguyên nhân, đánh giá, đề xuất: lời của đơn vị, ghi tên người nhập."
        ),
    )


class JudgementForm(JudgementFields, KeyedForm):
    """Something new to say."""


class JudgementEditForm(JudgementFields, VersionedForm):
    """The same in other words."""


@scoped_page
def reviews(request: Request) -> HttpResponse:
    """The reviews on one's own desk, the newest first."""
    rows: QuerySet[Any] = Review.objects.select_related("programme", "plan")
    shown, around = newest_first(request, rows)
    context = {
        "reviews": shown,
        **around,
    }
    return render(request, "reports/list.html", context)


@scoped_page
def create(request: Request, pk: int) -> HttpResponse:
    """Begin the review of a programme."""
    programme = get_object_or_404(Programme.objects.select_related("scope"), pk=pk)
    first = _first(programme, request.actor.organisation_id or 0)
    form = ReviewForm(request, programme, initial=first)
    if form.is_valid():

        def act() -> Review:
            return actions.begin(
                programme=programme,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("review", pk=form.once(act))
    context = {"form": form, "programme": programme}
    return render(request, "reports/create.html", context)


def _first(programme: Programme, own: int) -> dict[str, Any]:
    """How a review begins: the newest year with a plan, leaving as the last one left.

    A first one of the programme goes to its other parties.
    """
    today = clock.today()
    years = sorted(programme.plans.values_list("year", flat=True))
    begun = [year for year in years if year <= today.year]
    before = Review.objects.filter(organisation=own).order_by("-pk")
    last = before.first()
    same = before.filter(programme=programme).first()
    parties = programme.parties.exclude(organisation=own).order_by("pk")
    names = parties.annotate(name=name_of("organisation", today))
    recipients = "\n".join(names.values_list("name", flat=True))
    return {
        "kind": ReviewKind.ANNUAL,
        "year": (begun or years[:1] or [today.year])[-1],
        "day": today,
        "place": last.place if last else "",
        "office": last.office if last else "",
        "recipients": same.recipients if same else recipients,
    }


@scoped_page
def review(request: Request, pk: int) -> HttpResponse:
    """A review: each sentence with the records behind it, or who entered it."""
    found = _found(pk)
    content = content_of(found)
    texts = dict(content.titles)
    said = found.judgements.select_related("by").order_by("pk")
    own: dict[str, list[Judgement]] = {}
    for row in said:
        own.setdefault(row.block, []).append(row)
    blocks = [
        {
            "block": block,
            "label": block.label,
            "facts": [
                _shown(fact, texts) for fact in content.facts if fact.block == block
            ],
            "judgements": own.get(block, []),
            "is_own": block in paper.OWN_WORDS,
        }
        for block in Block
    ]
    may_write = may(request.actor, Permission.REVIEW_WRITE, scope=found.scope)
    context = {
        "review": found,
        "blocks": blocks,
        "has_facts": bool(content.facts),
        "may_write": may_write and found.state == Review.State.DRAFT,
        "history": history(found),
    }
    return render(request, "reports/review.html", context)


@scoped_page
def edit(request: Request, pk: int) -> HttpResponse:
    """Change up to which day a draft counts, and how it leaves."""
    found = _found(pk)
    form = ReviewEditForm(request, initial={**found.facts(), "seen": found.version})
    if form.is_valid():

        def act() -> Review:
            return actions.edit(
                review=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        return redirect("review", pk=form.once(act))
    return render(request, "reports/edit.html", {"form": form, "review": found})


@scoped_page
def say(request: Request, pk: int) -> HttpResponse:
    """Add what the body itself thinks."""
    found = _found(pk)
    asked = request.GET.get("phan", "")
    form = JudgementForm(request, initial={"block": asked})
    if form.is_valid():

        def act() -> Judgement:
            return actions.say(
                review=found, by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("review", pk=found.pk)
    context = {"form": form, "review": found, "heading": gettext("Thêm nhận định")}
    return render(request, "reports/say.html", context)


@scoped_page
def reword(request: Request, pk: int) -> HttpResponse:
    """Say it in other words."""
    found = _judgement(pk)
    form = JudgementEditForm(request, initial={**found.facts(), "seen": found.version})
    if form.is_valid():

        def act() -> Judgement:
            return actions.reword(
                judgement=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
                **form.values(),
            )

        form.once(act)
        return redirect("review", pk=found.review_id)
    context = {
        "form": form,
        "review": found.review,
        "heading": gettext("Sửa nhận định"),
    }
    return render(request, "reports/say.html", context)


@scoped_page
def unsay(request: Request, pk: int) -> HttpResponse:
    """Take a judgement out of the review."""
    found = _judgement(pk)
    form = VersionedForm(request, initial={"seen": found.version})
    if form.is_valid():

        def act() -> Judgement:
            return actions.unsay(
                judgement=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect("review", pk=found.review_id)
    context = {"form": form, "review": found.review, "judgement": found}
    return render(request, "reports/unsay.html", context)


@scoped_page
def finish(request: Request, pk: int) -> HttpResponse:
    """Make a review final."""
    found = _found(pk)
    form = VersionedForm(request, initial={"seen": found.version})
    if form.is_valid():

        def act() -> Review:
            return actions.finish(
                review=found,
                seen=form.seen_version,
                by=request.actor,
                on=clock.today(),
            )

        return redirect("review", pk=form.once(act))
    return render(request, "reports/finish.html", {"form": form, "review": found})


@scoped_page
def as_docx(request: Request, pk: int) -> HttpResponse:
    """The paper for Word; ``?can-cu=1`` with the annex of sources."""
    found = _found(pk)
    return _sent(docx.write(_paper(request, found)), found, "docx")


@scoped_page
def as_pdf(request: Request, pk: int) -> HttpResponse:
    """The paper as PDF; ``?can-cu=1`` with the annex of sources."""
    found = _found(pk)
    return _sent(pdf.write(_paper(request, found), fonts=paper.FONTS), found, "pdf")


def _found(pk: int) -> Any:
    rows = Review.objects.select_related("scope", "programme", "plan", "organisation")
    return get_object_or_404(rows, pk=pk)


def _judgement(pk: int) -> Any:
    rows = Judgement.objects.select_related("scope", "review__programme")
    return get_object_or_404(rows, pk=pk)


def _paper(request: Request, found: Review) -> Any:
    return paper.compose(
        found,
        content_of(found),
        paper.judgements_of(found),
        with_sources=request.GET.get("can-cu") == "1",
    )


def _sent(data: bytes, found: Review, ending: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=MEDIA_TYPES[ending])  # type: ignore[index]  # a word of the enumeration
    name = f"bao-cao-{found.year}-{found.pk}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _shown(fact: Fact, texts: dict[int, str]) -> dict[str, object]:
    records = _records(fact, texts)
    return {"text": fact.text, "item": fact.is_item, "records": records}


def _records(fact: Fact, texts: dict[int, str]) -> list[tuple[str, str]]:
    """The records behind a sentence: (words, address), the reports on their task."""
    found: list[tuple[str, str]] = []
    task = 0
    for cite in fact.cites:
        if cite.kind == "task":
            task = cite.id
        if cite.kind == "plan":
            words = gettext("Kế hoạch")
            found.append((words, reverse("plan", kwargs={"pk": cite.id})))
        elif task in texts:
            found.append((_words(cite, texts), _address(cite, task)))
    return found


def _words(cite: Cite, texts: dict[int, str]) -> str:
    if cite.kind == "task":
        return texts[cite.id]
    # As the annex of sources names them.
    label = {
        "progress": gettext("báo cáo tiến độ số %(number)s"),
        "evidence": gettext("minh chứng số %(number)s"),
    }[cite.kind]
    return label % {"number": cite.id}


def _address(cite: Cite, task: int) -> str:
    address = reverse("task", kwargs={"pk": task})
    return address if cite.kind == "task" else f"{address}#{cite.kind}-{cite.id}"
