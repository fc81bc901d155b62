"""A list of bodies from Excel: handed in, looked through, entered, taken back."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import body_lists as actions
from phoihop.organisations.models import (
    BodyList,
    BodyListLine,
    ListState,
    Organisation,
    name_of,
)
from phoihop.organisations.rules import body_list as rules
from phoihop.organisations.rules.body_list import HEADINGS, Column, Fault, Listing
from phoihop.pages.handed_in import SheetField, StepForm, sheet_to_fill_in
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, operator
from phoihop.pages.uploads import takes_files
from phoihop.reading.headed import best_of
from phoihop.reading.jail import extract
from phoihop.refusals import Refused

# What is wrong with a cell, and what to do in the sheet.
FAULTS = {
    Fault.NO_NAME: gettext_lazy("thiếu tên đơn vị"),
    Fault.NAME_TOO_LONG: gettext_lazy("tên dài quá 300 ký tự"),
    Fault.TYPE_UNKNOWN: gettext_lazy(
        "loại chưa rõ: ghi một trong các loại của tệp mẫu"
    ),
    Fault.LEVEL_UNKNOWN: gettext_lazy(
        "cấp chưa rõ: ghi trung ương, tỉnh, huyện hoặc xã"
    ),
    Fault.DATE_UNREADABLE: gettext_lazy("ngày chưa đúng: ghi như 01/07/2025"),
    Fault.FORMULA: gettext_lazy("ô có công thức: dán lại thành giá trị"),
    Fault.MERGED: gettext_lazy("ô gộp: bỏ gộp ô và ghi đủ từng dòng"),
    Fault.TWICE: gettext_lazy("tên đã có ở một dòng trên"),
    Fault.TOO_LONG: gettext_lazy("nội dung ô quá dài"),
    Fault.PERSONAL_DATA: gettext_lazy(
        "ô có dữ liệu cá nhân nên cả dòng không được giữ: xóa khỏi tệp"
    ),
    Fault.SUPERIOR_UNKNOWN: gettext_lazy(
        "cấp trên không có trong danh bạ và trong danh sách"
    ),
    Fault.CODE_TAKEN: gettext_lazy("mã định danh đang là của đơn vị khác"),
    Fault.CODE_UNREADABLE: gettext_lazy("mã định danh chưa đúng: ghi như H99.12"),
    Fault.SYMBOL_UNREADABLE: gettext_lazy("ký hiệu chỉ gồm chữ, số, dấu nối"),
    Fault.JOINT_APART: gettext_lazy(
        "ban chỉ đạo, tổ liên ngành có quyết định và nhiệm kỳ: thêm riêng từng đơn vị"
    ),
}


class ListForm(KeyedForm):
    """The sheet."""

    file = SheetField(
        label=gettext_lazy("Tệp Excel"),
        help_text=gettext_lazy(
            "Bảng .xlsx, mỗi đơn vị một dòng, có dòng tiêu đề. Chưa có gì được nhập "
            "trước khi bạn xem và đồng ý."
        ),
    )


@dataclass(frozen=True)
class ShownLine:
    """A line as the preview tells it."""

    line: BodyListLine
    mark: str
    faults: list[str]


@operator
@takes_files
def receive(request: Request) -> HttpResponse:
    """Hand a sheet in: it is read and looked through, and nothing is entered."""
    form = ListForm(request)
    if form.is_valid():
        upload: Any = form.cleaned_data["file"]
        listing = _listing(upload.read(), upload.name)

        def act() -> BodyList:
            by, on = request.actor, clock.today()
            return actions.look_through(listing=listing, by=by, on=on)

        return redirect("body_list", pk=form.once(act))
    return render(request, "organisations/body_list_receive.html", {"form": form})


def _listing(data: bytes, name: str) -> Listing:
    """The first sheet that is headed as a list of bodies; else the first of all."""
    extracted = extract(data, name=name)
    if extracted.kind != "xlsx":
        raise Refused("body_list.not_a_sheet", field="file")
    found, _more = best_of(
        extracted.sheets,
        rules.read,
        fits=lambda listing: listing.headed,
        otherwise=Listing(headed=False),
    )
    return found


@operator
def body_list(request: Request, pk: int) -> HttpResponse:
    """What a list comes to, line by line; the step that can be taken with it."""
    kept = get_object_or_404(BodyList, pk=pk)
    form = StepForm(request, initial={"seen": kept.version})
    if form.is_valid():
        step = actions.enter if kept.state == ListState.PREVIEW else actions.undo

        def act() -> BodyList:
            seen, by, on = form.seen_version, request.actor, clock.today()
            return step(body_list=kept, seen=seen, by=by, on=on)

        form.once(act)
        return redirect("body_list", pk=pk)
    known = name_of("known_id", clock.today())
    lines = kept.lines.annotate(known_name=known).order_by("number")
    shown = [_shown(line) for line in lines]
    counts = {mark: sum(one.mark == mark for one in shown) for mark in MARKS}
    context = {"list": kept, "form": form, "lines": shown, "counts": counts}
    return render(request, "organisations/body_list.html", context)


# What a line comes to: entered, left alone, or to be mended in the sheet.
MARKS = ("line_new", "line_known", "line_fault")


def _shown(line: BodyListLine) -> ShownLine:
    faults = [
        f"{HEADINGS[Column(column)][0]}: {FAULTS[Fault(fault)]}"
        for fault, column in line.fault_pairs()
    ]
    if line.faults:
        return ShownLine(line, "line_fault", faults)
    return ShownLine(line, "line_known" if line.known_id else "line_new", faults)


@operator
def pattern(request: Request) -> HttpResponse:
    """An empty list with its headings and one line for example, to be filled in."""
    state = str(Organisation.Type.STATE.label)
    province = str(Organisation.Level.PROVINCE.label)
    example = [_("Sở Ví dụ tỉnh Lam Khê"), state, province, "SVD", "H99.12", "", ""]
    heading = [words[0] for words in HEADINGS.values()]
    rows = [heading, [*example, "01/07/2025"]]
    return sheet_to_fill_in(_("Danh sách đơn vị"), rows, name="danh-sach-don-vi.xlsx")
