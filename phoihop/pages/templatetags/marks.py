"""Marks: states, dates and counters. Small, and often fifty times on a page.

They are strings kept per language and never sub-templates: a list of fifty rows
has 25 ms for everything.
"""

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from functools import lru_cache

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from phoihop.formats import day, moment, number, weekday_day

register = template.Library()


@dataclass(frozen=True)
class Mark:
    """How one state looks: colour, shape and word, so that none stands alone."""

    shape: str
    word: str | Promise
    tone: str


MARKS: dict[str, Mark] = {
    # A task, as its dates say.
    "not_started": Mark("○", _("chưa bắt đầu"), "quiet"),
    "in_time": Mark("●", _("trong hạn"), "good"),
    "at_risk": Mark("◐", _("sắp đến hạn"), "soon"),
    "overdue": Mark("▲", _("quá hạn"), "late"),
    "waiting": Mark("◇", _("chờ nghiệm thu"), "good"),
    "done_on_time": Mark("✓", _("xong đúng hạn"), "good"),
    "done_late": Mark("✓", _("muộn"), "quiet"),
    "paused": Mark("‖", _("tạm dừng"), "quiet"),
    "dropped": Mark("–", _("bỏ"), "quiet"),
    "outside": Mark("–", _("ngoài phạm vi hỗ trợ"), "quiet"),
    # What became of a report of completion.
    "accepted": Mark("✓", _("đã nghiệm thu"), "good"),
    "returned": Mark("↩", _("trả lại"), "late"),
    # A plan, as its parties have brought it.
    "draft": Mark("○", _("dự thảo"), "quiet"),
    "active": Mark("●", _("đang thực hiện"), "good"),
    # A review.
    "review_draft": Mark("○", _("đang soạn"), "quiet"),
    "review_final": Mark("✓", _("đã chốt"), "good"),
    # A line of a list of bodies, as it was looked through.
    "line_new": Mark("+", _("mới"), "good"),
    "line_known": Mark("✓", _("đã có"), "quiet"),
    "line_fault": Mark("▲", _("còn chỗ sai"), "late"),
    # A line of a task sheet besides, and the sheet.
    "line_differs": Mark("≠", _("khác kế hoạch"), "soon"),
    "line_entered": Mark("✓", _("đã nhập"), "good"),
    "line_taken": Mark("✓", _("đã lấy theo bảng"), "good"),
    "line_left": Mark("–", _("giữ nguyên"), "quiet"),
    "line_undone": Mark("–", _("đã bỏ"), "quiet"),
    "sheet_preview": Mark("○", _("chờ xem và nhập"), "soon"),
    "sheet_entered": Mark("✓", _("đã nhập"), "good"),
    "sheet_undone": Mark("–", _("đã hoàn tác"), "quiet"),
    # Work in the background.
    "job_waiting": Mark("○", _("đang chờ"), "quiet"),
    "job_running": Mark("◐", _("đang chạy"), "good"),
    "job_done": Mark("✓", _("đã xong"), "good"),
    "job_refused": Mark("✕", _("bị từ chối"), "late"),
    "job_parked": Mark("‖", _("đã dừng"), "late"),
    # A reading of a paper.
    "reading_asked": Mark("◐", _("đang đọc"), "good"),
    "reading_ready": Mark("◇", _("chờ xác nhận"), "good"),
    "reading_confirmed": Mark("✓", _("đã xác nhận"), "good"),
    "reading_failed": Mark("✕", _("không đọc được"), "late"),
    "reading_set_aside": Mark("‖", _("để riêng"), "quiet"),
    # What was found in a paper: how surely, and what a person decided of it.
    "draft_sure": Mark("●", _("chắc chắn"), "quiet"),
    "draft_doubtful": Mark("◐", _("nghi ngờ"), "doubt"),
    "draft_open": Mark("○", _("chưa xem"), "quiet"),
    "draft_accepted": Mark("✓", pgettext_lazy("draft", "nhận"), "good"),
    "draft_corrected": Mark("✓", _("đã sửa"), "good"),
    "draft_added": Mark("+", pgettext_lazy("draft", "thêm"), "good"),
    "draft_dropped": Mark("–", pgettext_lazy("draft", "bỏ"), "quiet"),
    # What one has been told.
    "notice_new": Mark("●", _("mới"), "good"),
    "notice_seen": Mark("○", _("đã đọc"), "quiet"),
}


@lru_cache(maxsize=128)
def _shape(code: str) -> SafeString:
    """The shape of a state, which a screen reader passes over for the word."""
    return format_html(
        '<span class="mark-shape" aria-hidden="true">{}</span>', MARKS[code].shape
    )


@lru_cache(maxsize=256)
def _mark(code: str, language: str | None) -> tuple[SafeString, SafeString]:
    """The two halves of a state's mark; a note may stand between them."""
    mark = MARKS[code]
    start = format_html(
        '<span class="mark mark-{}">{}<span class="mark-word">{}',
        mark.tone,
        _shape(code),
        mark.word,
    )
    return start, mark_safe("</span></span>")


@register.simple_tag
def state(code: str, note: str = "") -> SafeString:
    """The mark of a state: colour, shape and word, and a note in brackets."""
    start, end = _mark(str(code), get_language())
    return start + format_html(" ({})", note) + end if note else start + end


@register.simple_tag
def date(
    value: Date | None, weekday: bool = False, with_time: bool = False
) -> SafeString:
    """A date as papers write it, which machines can read too."""
    if value is None:
        return mark_safe("-")
    if with_time and isinstance(value, datetime):
        written = moment(value)
    else:
        written = weekday_day(value) if weekday else day(value)
    # Only figures, signs and the months' names: nothing here needs escaping.
    return mark_safe(  # noqa: S308
        f'<time datetime="{value.isoformat()}">{written}</time>'
    )


@register.simple_tag
def progress(done: int, total: int) -> SafeString:
    """How far a thing is: a bar, and the same in figures; "-" before it is known."""
    if not total:
        return mark_safe("-")
    share = min(100, done * 100 // total)
    return format_html(
        '<span class="progress-line"><progress value="{}" max="100" aria-label="{}">'
        "</progress> <span>{} / {} ({} %)</span></span>",
        share,
        gettext("Tiến độ"),
        number(done),
        number(total),
        share,
    )


@register.simple_tag
def share(percent: int | None, hollow: bool = False) -> SafeString:
    """How far a task is said to be; hollow where nothing shows that it is so."""
    if percent is None:
        return mark_safe("-")
    said = format_html(" ({})", gettext("chưa có minh chứng")) if hollow else ""
    return format_html(
        '<span class="progress-line{}"><progress value="{}" max="100" aria-label="{}">'
        "</progress> <span>{} %{}</span></span>",
        mark_safe(" progress-hollow") if hollow else "",
        percent,
        gettext("Tiến độ"),
        percent,
        said,
    )


@register.simple_block_tag
def tally(content: str, label: str) -> SafeString:
    """The line of counters over a list; holds {% count %}."""
    return format_html(
        '<nav class="tally" aria-label="{}"><ul>{}</ul></nav>', label, content
    )


@register.simple_tag
def count(
    label: str, value: int, href: str, mark: str = "", current: bool = False
) -> SafeString:
    """One counter of a tally, a link to what it counts."""
    tone = MARKS[mark].tone if mark and value else "quiet"
    return format_html(
        '<li><a class="mark-{}" href="{}"{}>{}<span>{}</span> <b>{}</b></a></li>',
        tone,
        href,
        mark_safe(' aria-current="true"') if current else "",
        _shape(mark) if mark else "",
        label,
        number(value),
    )
