"""What is said of a line of a task sheet: what is wrong, what to know, what differs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.formats import day
from phoihop.organisations.models import Organisation, name_of
from phoihop.programmes.models import TaskSheetLine
from phoihop.programmes.rules.sheet_columns import HEADINGS, Column
from phoihop.programmes.rules.task_sheet import Fault
from phoihop.programmes.sheet_lines import Field, Mark, Outcome, Taken
from phoihop.reading.findings import DueKind

# What is wrong with a cell, and what to do in the sheet.
FAULTS = {
    Fault.NO_TEXT: gettext_lazy("thiếu nội dung nhiệm vụ: ghi việc phải làm"),
    Fault.NO_LEAD: gettext_lazy("thiếu đơn vị chủ trì: mỗi nhiệm vụ một đơn vị"),
    Fault.TOO_LONG: gettext_lazy("nội dung ô quá dài: rút gọn"),
    Fault.FORMULA_EMPTY: gettext_lazy(
        "công thức chưa có giá trị: mở tệp bằng Excel, lưu lại rồi tải lên"
    ),
    Fault.CELL_ERROR: gettext_lazy("ô báo lỗi công thức: ghi lại thành giá trị"),
    Fault.DUE_UNREADABLE: gettext_lazy(
        "chưa đọc được thời hạn: ghi như 30/6/2026, tháng 6/2026, quý II/2026 hoặc "
        "thường xuyên"
    ),
    Fault.DUES_DIFFER: gettext_lazy("không khớp cột “Thời hạn”: sửa một trong hai"),
    Fault.PERSONAL_DATA: gettext_lazy(
        "ô có dữ liệu cá nhân nên cả dòng không được giữ: xóa khỏi tệp"
    ),
    Fault.NOT_PARTY: gettext_lazy(
        "không phải một bên của kế hoạch: ghi một bên, hoặc chuyển sang cột phối hợp"
    ),
    Fault.OTHER_PLAN: gettext_lazy("dòng này của kế hoạch khác: nhập vào kế hoạch đó"),
    Fault.TWICE: gettext_lazy("trùng nội dung và đơn vị chủ trì với một dòng trên"),
}
# Of words that call no one body; the bodies that may be meant follow.
CALLS_NONE = {
    Fault.UNKNOWN: gettext_lazy("danh bạ không có “%(words)s”"),
    Fault.DOUBTFUL: gettext_lazy("nhiều đơn vị cùng tên “%(words)s”: ghi tên đầy đủ"),
    Fault.ENDED: gettext_lazy("“%(words)s” đã kết thúc hoạt động"),
}
OFFERED = {
    Fault.UNKNOWN: gettext_lazy("gần giống: %(names)s"),
    Fault.DOUBTFUL: gettext_lazy("có thể là: %(names)s"),
    Fault.ENDED: gettext_lazy("ghi đơn vị kế thừa: %(names)s"),
}
DIFFERENCES = {
    Field.DUE: gettext_lazy("Thời hạn"),
    Field.SUPPORT: gettext_lazy("Đơn vị phối hợp"),
}


@dataclass(frozen=True)
class Difference:
    """What the plan has and what the sheet has; ``box`` takes over the latter."""

    label: str
    ours: str
    theirs: str
    value: str
    box: BoundWidget | None = None


@dataclass(frozen=True)
class Shown:
    """A line as its page tells it."""

    line: TaskSheetLine
    mark: str
    lead: str
    supporters: str
    until: str
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    # The task that the line came to, or that the plan has already.
    task: int | None = None


Names = Mapping[int, str]


def names_for(
    lines: Iterable[TaskSheetLine], supports: Iterable[Any], on: date
) -> Names:
    """What all bodies are called that lines and supports speak of: one query."""
    wanted: set[int] = {row.organisation_id for row in supports}
    for line in lines:
        wanted.update(line.supporters, [line.lead_id or 0])
        wanted.update(body for *_words, bodies in line.candidates for body in bodies)
    rows = Organisation.objects.filter(pk__in=wanted).annotate(name=name_of("pk", on))
    return dict(rows.values_list("pk", "name"))


def value_of(taken: Taken) -> str:
    """A difference as its box posts it."""
    return f"{taken.line}-{taken.field}-{taken.seen}"


def as_waiting(one: Outcome, names: Names) -> Shown:
    """A line that waits to be entered."""
    differences = []
    if one.task is not None:
        for differing in one.differs:
            taken = Taken(one.line.pk, differing, one.task.version)
            if differing is Field.DUE:
                ours, theirs = until(one.task, one.task.due_note), _until_of(one.line)
            else:
                now = [row.organisation_id for row in one.supports]
                ours, theirs = _all(now, names), _all(one.line.supporters, names)
            label = str(DIFFERENCES[differing])
            differences.append(Difference(label, ours, theirs, value_of(taken)))
    task = one.task.pk if one.task else None
    return _shown(one.line, one.mark, names, task, differences)


def as_decided(line: TaskSheetLine, names: Names, *, is_undone: bool) -> Shown:
    """A line of a sheet that was entered, or taken back since."""
    if line.faults:
        mark: str = Mark.FAULT
    elif is_undone:
        mark = "line_undone" if line.task_id else "line_left"
    elif line.made_id:
        mark = "line_entered"
    else:
        mark = "line_taken" if line.changed_id else "line_left"
    task = line.changed_id if is_undone else line.task_id
    return _shown(line, mark, names, task or None, [])


def until(row: Any, words: str) -> str:
    """Until when, in the paper's words and as the last day in time."""
    if row.due_date is None:
        return words or _("không có hạn")
    if not words:
        return day(row.due_date)
    return _("%(words)s (hết ngày %(day)s)") % {
        "words": words,
        "day": day(row.due_date),
    }


def _shown(
    line: TaskSheetLine,
    mark: str,
    names: Names,
    task: int | None,
    differences: list[Difference],
) -> Shown:
    return Shown(
        line=line,
        mark=mark,
        lead=names.get(line.lead_id or 0, "") or line.lead_words,
        supporters=_all(line.supporters, names, line.group_words),
        until=_until_of(line) if line.text else "",
        faults=list(_faults(line, names)),
        notes=list(_notes(line)),
        differences=differences,
        task=task,
    )


def _until_of(line: TaskSheetLine) -> str:
    """The line's due; a bare day is not said twice."""
    is_day = line.due_kind == DueKind.DATE and line.due_bound == "by"
    return until(line, "" if is_day else line.due_words)


def _all(bodies: Iterable[int], names: Names, also: str = "") -> str:
    said = [names.get(body, "") for body in bodies]
    return "; ".join(name for name in (*said, also) if name)


def _faults(line: TaskSheetLine, names: Names) -> Iterator[str]:
    for fault, column in line.fault_pairs():
        if Fault(fault) in FAULTS:
            yield f"{HEADINGS[Column(column)][0]}: {FAULTS[Fault(fault)]}"
    for fault, column, words, bodies in line.candidates:
        said = str(CALLS_NONE[Fault(fault)]) % {"words": words}
        if bodies:
            offered = str(OFFERED[Fault(fault)]) % {"names": _all(bodies, names)}
            said = f"{said}; {offered}"
        yield f"{HEADINGS[Column(column)][0]}: {said}"


def _notes(line: TaskSheetLine) -> Iterator[str]:
    """What is right, and good to know before it is entered."""
    if line.formulas:
        heads = ", ".join(HEADINGS[Column(word)][0] for word in line.formulas.split())
        yield _("Lấy giá trị mà công thức đã hiện ở cột: %(heads)s.") % {"heads": heads}
    if line.hidden:
        yield _("Dòng hoặc cột này bị ẩn trong tệp.")
    if line.names_several:
        yield _("Nhiều đơn vị chủ trì: đơn vị đầu chủ trì, các đơn vị sau phối hợp.")
    if line.group_words:
        said = {"words": line.group_words}
        yield _("Phối hợp ghi bằng lời, không thành phần việc: %(words)s.") % said
    if line.clause_words and line.clause_id is None:
        said = {"words": line.clause_words}
        yield _("Kế hoạch không có mục “%(words)s”: nhập không kèm điều khoản.") % said
    is_said = line.due_words and f":{Column.DUE}" not in line.faults
    if is_said and line.due_date is None and line.due_kind == DueKind.NONE:
        yield _("Thời hạn giữ nguyên lời, chưa có ngày.")
