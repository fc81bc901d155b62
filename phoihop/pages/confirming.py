"""Making a plan of a confirmed reading, and taking the confirmation back."""

from collections import Counter
from datetime import date
from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.documents import directory as directories
from phoihop.documents import values
from phoihop.documents.models import Draft, Reading
from phoihop.documents.rules import title_of
from phoihop.documents.surely import sure_bodies
from phoihop.documents.unseen import places
from phoihop.organisations.models import Organisation, ScopeMember
from phoihop.organisations.roles import Place
from phoihop.pages.bodies import BodiesField, offer
from phoihop.pages.keyed import DayField, VersionedForm
from phoihop.pages.programmes import year_field
from phoihop.pages.scoped import Request, scoped_page
from phoihop.programmes.actions import confirmations
from phoihop.programmes.actions.confirmations import Agreement
from phoihop.programmes.filling import choice_of, waiting_drafts
from phoihop.programmes.models import Confirmation, Plan, Programme
from phoihop.programmes.rules.confirming import bodies_of, lead_of
from phoihop.reading.findings import Field
from phoihop.screening.persons import without_names

BETWEEN = (Field.PARTY, Field.ISSUER)
HEAD = (
    *BETWEEN,
    Field.NUMBER,
    Field.ISSUED_ON,
    Field.SUBJECT,
    Field.PERIOD,
    Field.TYPE,
    Field.PLACE,
)
FEWEST_BETWEEN = 2


class ConfirmForm(VersionedForm):
    """Which plan of which programme a reading becomes."""

    programme: Any = forms.ModelChoiceField(
        label=_("Chương trình"),
        queryset=None,
        required=False,
        empty_label=_("lập chương trình mới"),
    )
    programme_title = forms.CharField(
        label=_("Tên chương trình mới"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Chỉ ghi khi lập chương trình mới."),
    )
    first_year = year_field(_("Từ năm"))
    last_year = year_field(_("Đến năm"))
    title = forms.CharField(
        label=_("Tên kế hoạch"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    year = year_field(_("Năm"))
    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=100,
        required=False,
        help_text=_("Để trống nếu văn bản chưa có số."),
    )
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    partners = BodiesField(
        label=_("Các bên của kế hoạch"),
        help_text=_(
            "Chỉ các bên này thấy kế hoạch. Nhiệm vụ do đơn vị khác chủ trì không vào "
            "kế hoạch này; có thể xác nhận lần nữa với các bên đó."
        ),
        required=False,
    )
    others = forms.CharField(
        label=_("Bên khác"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Bên của kế hoạch mà văn bản không nêu: ghi tên hoặc ký hiệu như trong "
            "danh bạ, mỗi đơn vị một dòng."
        ),
    )

    looked_at = forms.BooleanField(
        label=_("Tôi đã xem các chỗ mắt thường không thấy trong văn bản"),
        required=False,
        help_text=_(
            "Các chỗ này liệt kê ở đầu bàn xác nhận. Nhiệm vụ dựa vào chữ không thấy "
            "được thì bỏ, hoặc hỏi lại nơi gửi trước khi nhận."
        ),
    )

    def __init__(
        self, request: Request, named: set[int], *, hidden: int = 0, **kwargs: Any
    ) -> None:
        super().__init__(request, **kwargs)
        on, own = clock.today(), request.actor.organisation_id or 0
        standing = ScopeMember.objects.active(on).filter(
            organisation_id=own, place=Place.STANDING
        )
        # Declared as a ModelChoiceField; the stubs know it as a Field.
        self.fields["programme"].queryset = Programme.objects.filter(  # type: ignore[attr-defined]
            scope_id__in=standing.values("scope_id")
        )
        bodies = Organisation.objects.living(on).filter(pk__in=named).exclude(pk=own)
        offer(self, "partners", bodies, on)
        self.has_offers = bool(named - {own})
        if hidden:
            self.fields["looked_at"].label = gettext(
                "Tôi đã xem %(count)s chỗ mắt thường không thấy trong văn bản"
            ) % {"count": hidden}
        else:
            del self.fields["looked_at"]
        if not self.has_offers:
            del self.fields["partners"]
        for name in ("first_year", "last_year"):
            self.fields[name].required = False

    def clean_others(self) -> list[Organisation]:
        """The bodies of these lines, each called as the directory knows it."""
        lines = [line.strip() for line in self.cleaned_data["others"].splitlines()]
        known = directories.of(clock.today()).known
        found = {line: known(line) for line in lines if line}
        for line, body in found.items():
            if body is None:
                self.add_error(
                    "others",
                    gettext(
                        "Danh bạ không có đơn vị nào chắc chắn là “%(words)s”. Ghi "
                        "đúng tên trong danh bạ."
                    )
                    % {"words": line},
                )
        wanted = [body for body in found.values() if body is not None]
        return list(Organisation.objects.filter(pk__in=wanted))

    def clean(self) -> dict[str, Any]:
        """A new programme has a name and years; without years, those of the plan."""
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("partners") or cleaned.get("others")):
            self.add_error(
                "partners" if self.has_offers else "others",
                gettext("Chọn hoặc ghi ít nhất một bên."),
            )
        if cleaned.get("programme") is None:
            if not cleaned.get("programme_title") and not self.errors:
                self.add_error(
                    "programme_title", _("Nhập tên chương trình mới, hoặc chọn ở trên.")
                )
            for name in ("first_year", "last_year"):
                cleaned[name] = cleaned.get(name) or cleaned.get("year")
        return cleaned

    def agreement(self) -> Agreement:
        """What was settled, for the action."""
        chosen = self.values()
        both = [*chosen.pop("partners", ()), *chosen.pop("others")]
        return Agreement(**chosen, partners=tuple(dict.fromkeys(both)))


@scoped_page
def confirm(request: Request, pk: int) -> HttpResponse:
    """Settle which plan a reading becomes, and make it."""
    rows = Reading.objects.select_related("scope", "document", "read_text")
    reading = get_object_or_404(rows, pk=pk)
    drafts = waiting_drafts(reading)
    tasks = [row for row in drafts if row.field == Field.TASK]
    named = {pk for row in tasks for pk in bodies_of(row.value)}
    head = _head(reading)
    between = [row for row in head if row.field in BETWEEN]
    concerned = named | _parties(head)
    facts = _facts(head, tasks, reading.document.title)
    directory = directories.of(clock.today()).for_drafts(head, reading.read_text.text)
    ticked = sure_bodies([*between, *tasks], directory)
    first = {**facts, "seen": reading.version, "partners": ticked}
    hidden = len(places(reading.read_text.remarks))
    form = ConfirmForm(request, concerned, hidden=hidden, initial=first)
    if form.is_valid():

        def act() -> Plan:
            return confirmations.confirm(
                reading=reading,
                seen=form.seen_version,
                agreement=form.agreement(),
                by=request.actor,
                on=clock.today(),
            )

        return redirect("plan", pk=form.once(act))
    own = request.actor.organisation_id or 0
    choice = choice_of(drafts, frozenset(named | {own}))
    context = {
        "form": form,
        "reading": reading,
        "choice": choice,
        "led_elsewhere": sum(lead_of(line.value) != own for line in choice.tasks),
        "open": [row for row in tasks if row.state == Draft.State.OPEN],
        "unplaced": _unplaced(between),
        "unticked": concerned - ticked - {own},
    }
    return render(request, "documents/confirm.html", context)


@scoped_page
def undo(request: Request, pk: int) -> HttpResponse:
    """Take back everything that a confirmation made."""
    rows = Confirmation.objects.select_related("scope", "plan", "reading__scope")
    found = get_object_or_404(rows.filter(undone_on=None), pk=pk)
    form = VersionedForm(request, initial={"seen": found.version})
    if form.is_valid():

        def act() -> Any:
            confirmations.undo(confirmation=found, by=request.actor, on=clock.today())
            return found

        form.once(act)
        return redirect("review_desk", pk=found.reading_id)
    return render(request, "documents/undo.html", {"form": form, "confirmation": found})


def undoable() -> Subquery:
    """To annotate plans with: what made one, where it lies on the asker's own desk."""
    made = Confirmation.objects.filter(plan_id=OuterRef("pk"), undone_on=None)
    return Subquery(made.values("pk")[:1])


def made_of(reading: Reading) -> list[Confirmation]:
    """What a confirmed reading has become, as far as it was not taken back."""
    if reading.state != Reading.State.CONFIRMED:
        return []
    made = reading.confirmations.filter(undone_on=None)
    return list(made.select_related("plan").order_by("pk"))


def _head(reading: Reading) -> list[Draft]:
    """What the paper says of itself; of several the surest comes last, and stays."""
    rows = reading.drafts.filter(field__in=HEAD).exclude(state=Draft.State.DROPPED)
    return list(rows.order_by("confidence", "-position"))


def _unplaced(between: list[Draft]) -> str:
    """The words for parties of which nobody knows yet whom they mean."""
    words = [str(row.value["text"]) for row in between if row.field == Field.PARTY]
    known = {
        values.bare_name(str(row.value["text"]))
        for row in between
        if row.value.get("organisation") is not None
    }
    left = [each for each in words if values.bare_name(each) not in known]
    return "; ".join(f"“{each}”" for each in dict.fromkeys(left))


def _parties(head: list[Draft]) -> set[int]:
    """The bodies that the paper is between, where a person or the reader knew them."""
    found = {row.value.get("organisation") for row in head if row.field in BETWEEN}
    return {pk for pk in found if pk is not None}


def _facts(head: list[Draft], tasks: list[Draft], called: str) -> dict[str, Any]:
    """What the form begins with; ``called`` is used for a paper without a subject."""
    said = {row.field: row.value for row in head}
    day = _day(said.get(Field.ISSUED_ON, {}).get("text"))
    period = said.get(Field.PERIOD, {})
    year = str(period.get("last") or day or _year_of_dues(tasks) or clock.today())[:4]
    words = (Field.TYPE, Field.SUBJECT)
    title = title_of({field: said.get(field, {}).get("text", "") for field in words})
    title = programme = without_names(title or called)
    between = "" if Field.TYPE in said else _between(head)
    if between:
        title = f"Kế hoạch phối hợp công tác năm {year} {between}"
        programme = f"Chương trình phối hợp công tác {between}"
    return {
        "number": said.get(Field.NUMBER, {}).get("text", ""),
        "issued_on": day,
        "title": title,
        "programme_title": programme,
        "first_year": str(period.get("first") or year)[:4],
        "last_year": year,
        "year": year,
    }


def _year_of_dues(tasks: list[Draft]) -> str:
    """The year in which most of its duties are due, for a paper without a day."""
    kept = (row for row in tasks if row.state != Draft.State.DROPPED)
    values = (str(row.value["due"]["value"] or "")[:4] for row in kept)
    years = Counter(year for year in values if year.isdecimal())
    return years.most_common(1)[0][0] if years else ""


def _between(head: list[Draft]) -> str:
    """The parties as the paper calls them: of news, the plan it tells of is theirs.

    Words of a title, so in Vietnamese whatever the interface.
    """
    parties = [row for row in head if row.field == Field.PARTY]
    parties.sort(key=lambda row: row.position)
    names = [str(row.value["text"]) for row in parties]
    if len(names) < FEWEST_BETWEEN:
        return ""
    joint = "với" if len(names) > FEWEST_BETWEEN else "và"
    return f"giữa {names[0]} {joint} {', '.join(names[1:])}"


def _day(text: str | None) -> date | None:
    """A whole day; of an unfinished one nothing."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
