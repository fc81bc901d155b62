"""A task sheet from Excel: handed in, looked through, entered, taken back."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.files.examining import Examined
from phoihop.organisations.actions import papers
from phoihop.organisations.models import ListState, name_of
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.asked import newest_first
from phoihop.pages.handed_in import SheetField, StepForm, sheet_to_fill_in
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.sheet_sayings import Shown, as_decided, as_waiting, names_for
from phoihop.pages.uploads import takes_files
from phoihop.programmes.actions import task_sheets as actions
from phoihop.programmes.models import Plan, Task, TaskSheet, TaskSheetLine
from phoihop.programmes.rules import task_sheet as rules
from phoihop.programmes.rules.sheet_columns import HEADS, Column
from phoihop.programmes.rules.task_sheet import Listing
from phoihop.programmes.sheet_lines import Field, Taken, outcomes
from phoihop.reading.headed import best_of
from phoihop.refusals import Refused

ROWS = 20
TAKEN = re.compile(r"(\d{1,18})-(due|support)-(\d{1,9})")


class SheetForm(KeyedForm):
    """The sheet."""

    file = SheetField(
        label=gettext_lazy("Tệp Excel hoặc .csv"),
        help_text=gettext_lazy(
            "Bảng có dòng tiêu đề, ít nhất hai cột “Nội dung nhiệm vụ” và “Đơn vị chủ "
            "trì”. Chưa có gì được nhập trước khi bạn xem và đồng ý."
        ),
    )


class TakeField(forms.MultipleChoiceField):
    """Differences to take over; whether they are still there, the action says."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is written as a box of the page writes it."""
        return TAKEN.fullmatch(str(value)) is not None


class EnterForm(StepForm):
    """How many new tasks the person saw, and which differences they take over."""

    count = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    take = TakeField(widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, request: Request, *, count: int, **kwargs: Any) -> None:
        self.now = count
        super().__init__(request, **kwargs)

    def renewed(self, data: QueryDict) -> QueryDict:
        """After a refusal the page shows the plan as it is now: count that."""
        data["count"] = str(self.now)
        return super().renewed(data)

    def taken(self) -> list[Taken]:
        """What was ticked, of a valid form."""
        found = (TAKEN.fullmatch(value) for value in self.cleaned_data["take"])
        return [
            Taken(int(one[1]), Field(one[2]), int(one[3]))
            for one in found
            if one is not None
        ]


@scoped_page
@takes_files
def receive(request: Request, pk: int) -> HttpResponse:
    """Hand a sheet in for a plan: it is read and looked through, nothing is entered."""
    plan = get_object_or_404(Plan.objects.select_related("scope", "programme"), pk=pk)
    form = SheetForm(request)
    if form.is_valid():
        by, on = request.actor, clock.today()
        upload: Any = form.cleaned_data["file"]
        examined = papers.examine(data=upload.read(), name=upload.name, by=by, on=on)
        listing, unread = _listing(examined, plan.year)

        def act() -> TaskSheet:
            return actions.look_through(
                plan=plan,
                examined=examined,
                listing=listing,
                unread=unread,
                by=by,
                on=on,
            )

        return redirect("task_sheet", pk=form.once(act))
    rows = plan.sheets.annotate(body_name=name_of("body_id", clock.today()))
    shown, around = newest_first(request, rows, ROWS)
    context = {
        "form": form,
        "plan": plan,
        "sheets": shown,
        **around,
    }
    return render(request, "programmes/task_sheet_receive.html", context)


def _listing(examined: Examined, year: int) -> tuple[Listing, int]:
    """The first sheet that lists tasks, and how many more do."""
    if examined.kind not in ("xlsx", "csv") or examined.extracted is None:
        raise Refused("task_sheet.not_a_sheet", field="file")
    return best_of(
        examined.extracted.sheets,
        lambda sheet: rules.read(sheet, year=year),
        fits=lambda listing: listing.headed and not listing.missing,
        otherwise=Listing(headed=False),
    )


@scoped_page
def task_sheet(request: Request, pk: int) -> HttpResponse:
    """What a sheet comes to, line by line; the step that can be taken with it."""
    rows = TaskSheet.objects.select_related("scope", "plan__programme", "file")
    standing = rows.filter(plan__withdrawn_on=None)
    named = standing.annotate(body_name=name_of("body_id", clock.today()))
    sheet = get_object_or_404(named, pk=pk)
    if sheet.state == ListState.PREVIEW:
        return _waiting(request, sheet)
    return _decided(request, sheet)


def _waiting(request: Request, sheet: Any) -> HttpResponse:
    """A sheet that waits: held against the plan as it stands."""
    found = outcomes(sheet)
    marks = Counter(one.mark.value for one in found)
    count = marks["line_new"]
    initial = {"seen": sheet.version, "count": count}
    form = EnterForm(request, count=count, initial=initial)
    supports = [row for one in found for row in one.supports]
    names = names_for([one.line for one in found], supports, clock.today())
    lines = [as_waiting(one, names) for one in found]
    boxes = [
        (each.value, _("(%(what)s, dòng %(number)s)") % said)
        for line in lines
        for each in line.differences
        if (said := {"what": each.label.lower(), "number": line.line.number})
    ]
    form.fields["take"].choices = boxes  # type: ignore[attr-defined]  # a choice field
    if form.is_valid():

        def act() -> TaskSheet:
            return actions.enter(
                sheet=sheet,
                seen=form.seen_version,
                count=form.cleaned_data["count"],
                taken=form.taken(),
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect("task_sheet", pk=sheet.pk)
    by_value = {box.data["value"]: box for box in form["take"].subwidgets}
    lines = [_with_boxes(line, by_value) for line in lines]
    return _page(request, sheet, form, lines, marks)


def _with_boxes(line: Shown, boxes: dict[str, Any]) -> Shown:
    """The line with the box of each difference."""
    if not line.differences:
        return line
    boxed = [replace(one, box=boxes.get(one.value)) for one in line.differences]
    return replace(line, differences=boxed)


def _decided(request: Request, sheet: Any) -> HttpResponse:
    """A sheet that was entered, or taken back since: what each line came to."""
    form = StepForm(request, initial={"seen": sheet.version})
    if form.is_valid():

        def act() -> TaskSheet:
            seen, by, on = form.seen_version, request.actor, clock.today()
            return actions.undo(sheet=sheet, seen=seen, by=by, on=on)

        form.once(act)
        return redirect("task_sheet", pk=sheet.pk)
    rows = list(sheet.lines.order_by("number"))
    names = names_for(rows, (), clock.today())
    is_undone = sheet.state == ListState.UNDONE
    lines = [as_decided(row, names, is_undone=is_undone) for row in rows]
    return _page(request, sheet, form, lines, Counter(line.mark for line in lines))


def _page(
    request: Request,
    sheet: Any,
    form: StepForm,
    lines: list[Shown],
    marks: Counter[str],
) -> HttpResponse:
    is_theirs = request.actor.organisation_id == sheet.body_id
    context = {
        "sheet": sheet,
        "form": form,
        "lines": lines,
        "marks": {mark: marks[mark] for mark in marks},
        "may_decide": is_theirs
        and may(request.actor, Permission.TASK_EDIT, scope=sheet.scope),
        "unclear": len({said[2] for one in lines for said in one.line.candidates}),
        "has_file": is_theirs and sheet.file_id is not None,
    }
    return render(request, "programmes/task_sheet.html", context)


def from_sheet(task: Task) -> list[TaskSheetLine]:
    """The lines of sheets that a task came from, or was changed by: one query."""
    rows = TaskSheetLine.objects.filter(Q(made=task) | Q(changed=task))
    entered = rows.filter(sheet__state=ListState.ENTERED)
    return list(entered.select_related("sheet").order_by("pk"))


@scoped_page
def pattern(request: Request) -> HttpResponse:
    """An empty sheet with its headings and two lines for example, to be filled in."""
    lead, other = _("Ban Ví dụ tỉnh Lam Khê"), _("Sở Ví dụ tỉnh Lam Khê")
    year = clock.today().year
    first = _("Tổ chức hội nghị báo cáo viên (dòng ví dụ, xóa khi dùng)")
    second = _("Cung cấp tài liệu tuyên truyền (dòng ví dụ, xóa khi dùng)")
    said: list[dict[Column, Any]] = [
        {
            Column.NUMBER: 1,
            Column.TEXT: first,
            Column.LEAD: lead,
            Column.SUPPORT: other,
            Column.DUE_DATE: date(year, 6, 30),
        },
        {
            Column.NUMBER: 2,
            Column.TEXT: second,
            Column.LEAD: other,
            Column.SUPPORT: lead,
            Column.DUE: _("thường xuyên"),
        },
    ]
    rows = [[line.get(column, "") for column in HEADS] for line in said]
    rows.insert(0, list(HEADS.values()))
    return sheet_to_fill_in(_("Nhiệm vụ"), rows, name="bang-nhiem-vu.xlsx")
