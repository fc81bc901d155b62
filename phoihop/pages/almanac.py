"""The almanac: a year's days off with their sources, and counting by them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.almanac import lunar, shipped
from phoihop.almanac.holidays import Calendar, Kind, OutOfYears, SpecialDay
from phoihop.almanac.lunar import LunarDay, NoSuchDay
from phoihop.almanac.working_days import CountedDay, Reason, Unit, explain
from phoihop.formats import day as written
from phoihop.pages.keyed import DayField
from phoihop.pages.scoped import Request, signed_in

MOST_DAYS = 366


class AskForm(forms.Form):
    """One of the forms of this page: what the others hold goes along with it."""

    def __init__(self, request: Request) -> None:
        own = set(type(self).base_fields)
        asked = request.GET if own & set(request.GET) else None
        super().__init__(asked, auto_id=f"{type(self).__name__}_%s")
        for name, value in request.GET.items():
            if name not in own:
                self.fields[name] = forms.CharField(
                    widget=forms.HiddenInput, required=False, initial=value
                )


class CountForm(AskForm):
    """From which day on, how many days, of which kind."""

    tu_ngay = DayField(
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Ví dụ 30/06/2026; ngày này không tính."),
    )
    so_ngay = forms.IntegerField(
        label=gettext_lazy("Số ngày"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": gettext_lazy("Nhập số ngày bằng chữ số, từ 1 đến 366."),
            "min_value": gettext_lazy("Nhập số ngày từ 1 đến 366."),
            "max_value": gettext_lazy("Nhập số ngày từ 1 đến 366."),
        },
    )
    tinh = forms.ChoiceField(
        label=gettext_lazy("Cách tính"),
        choices=[
            (Unit.WORKING.value, gettext_lazy("ngày làm việc")),
            (Unit.CALENDAR.value, gettext_lazy("ngày theo lịch, cả ngày nghỉ")),
        ],
    )

    def counted(self, calendar: Calendar) -> tuple[CountedDay, ...]:
        """Every day of the term; none where the form says what is wrong."""
        if not self.is_bound or not self.is_valid():
            return ()
        asked = self.cleaned_data
        try:
            return explain(
                asked["tu_ngay"], asked["so_ngay"], calendar, Unit(asked["tinh"])
            )
        except OutOfYears:
            years = {"first": calendar.first_year, "last": lunar.LAST_YEAR}
            self.add_error(
                "tu_ngay",
                _("Lịch chỉ có các năm %(first)s đến %(last)s: chọn ngày khác.")
                % years,
            )
            return ()


def _figure(label: Any, wrong: Any, low: int, high: int) -> forms.IntegerField:
    """A field for a number of the lunar calendar, with one sentence for each wrong."""
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )


class LunarForm(AskForm):
    """A lunar day: its day, month, year, and whether the month is the leap one."""

    ngay_am = _figure(
        gettext_lazy("Ngày âm lịch"),
        gettext_lazy("Nhập ngày âm lịch từ 1 đến 30."),
        1,
        30,
    )
    thang_am = _figure(
        gettext_lazy("Tháng âm lịch"),
        gettext_lazy("Nhập tháng âm lịch từ 1 đến 12."),
        1,
        12,
    )
    nam_am = _figure(
        gettext_lazy("Năm âm lịch"),
        gettext_lazy("Nhập năm âm lịch từ 1968 đến 2100."),
        lunar.FIRST_YEAR,
        lunar.LAST_YEAR,
    )
    nhuan = forms.BooleanField(label=gettext_lazy("Tháng nhuận"), required=False)

    def solar(self) -> date | None:
        """The day it is; None where the form says what is wrong."""
        if not self.is_bound or not self.is_valid():
            return None
        asked = self.cleaned_data
        year, month = asked["nam_am"], asked["thang_am"]
        leap = lunar.leap_month(year)
        if asked["nhuan"] and leap != month:
            self.add_error("nhuan", _no_leap_month(year, month, leap))
            return None
        try:
            return lunar.solar(
                LunarDay(year, month, asked["ngay_am"], leap=asked["nhuan"])
            )
        except NoSuchDay:
            if asked["ngay_am"] < 30:
                # Every month has it: what is missing is the year, at an edge.
                self.add_error("nam_am", _("Nhập năm âm lịch từ 1968 đến 2100."))
                return None
            self.add_error(
                "ngay_am",
                _("Không có ngày này: tháng %(month)s năm %(year)s chỉ có 29 ngày.")
                % {"month": month, "year": year},
            )
            return None


def _no_leap_month(year: int, month: int, leap: int | None) -> str:
    told = {"month": month, "year": year, "leap": leap}
    if leap is None:
        said = _("Năm âm lịch %(year)s không có tháng nhuận: bỏ dấu chọn này.")
    else:
        said = _(
            "Năm âm lịch %(year)s nhuận tháng %(leap)s, không nhuận tháng %(month)s."
        )
    return said % told


@dataclass(frozen=True)
class TellingDay:
    """A day of the page: when, its number in a term, why, whence, how sure."""

    day: date
    number: int | None
    why: str
    source: str = ""
    doubt: str = ""


@signed_in
def almanac(request: Request) -> HttpResponse:
    """The days off of ``?nam=``, a term counted, a lunar day found."""
    calendar = shipped.calendar(settings.DAYS_FILE)
    year = _year(request, calendar)
    count, seek = CountForm(request), LunarForm(request)
    counted = [_counted(day) for day in count.counted(calendar)]
    context = {
        "year": year,
        "before": _of_year(request, year - 1) if year > calendar.first_year else "",
        "after": _of_year(request, year + 1) if year < lunar.LAST_YEAR else "",
        "days": [_special(day) for day in calendar.special_days(year)],
        "noticed": calendar.is_noticed(year),
        "count": count,
        "counted": counted,
        "end": counted[-1].day if counted else None,
        "seek": seek,
        "found": seek.solar(),
    }
    return render(request, "almanac.html", context)


def _year(request: Request, calendar: Calendar) -> int:
    """The year asked for; raises ``Http404`` for one that no link leads to."""
    text = request.GET.get("nam", "")
    if not text:
        return clock.today().year
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        raise Http404
    if not calendar.first_year <= int(text) <= lunar.LAST_YEAR:
        raise Http404
    return int(text)


def _of_year(request: Request, year: int) -> str:
    """This page for another year, with what was asked."""
    asked = request.GET.copy()
    asked["nam"] = str(year)
    return f"{request.path}?{asked.urlencode()}"


def _special(found: SpecialDay) -> TellingDay:
    return TellingDay(found.day, None, _why_special(found), found.source, _doubt(found))


def _counted(counted: CountedDay) -> TellingDay:
    special = counted.special
    if counted.reason is Reason.FIRST:
        why = _("ngày bắt đầu, không tính")
    elif counted.reason is Reason.MOVED_TO:
        why = _("ngày cuối rơi vào ngày nghỉ nên hạn dời đến ngày này")
    elif special is not None:
        why = _why_special(special)
    elif counted.reason is Reason.WEEKEND:
        why = _("nghỉ hằng tuần")
    else:
        why = _("ngày làm việc")
    source, doubt = (special.source, _doubt(special)) if special else ("", "")
    return TellingDay(counted.day, counted.number, why, source, doubt)


def _why_special(found: SpecialDay) -> str:
    """Why a day is off or worked, in the reader's language."""
    english = (get_language() or "vi").startswith("en")
    told = {
        "name": found.en if english else found.vi,
        "day": written(found.instead_of),
    }
    said = {
        Kind.HOLIDAY: _("nghỉ %(name)s"),
        Kind.SUBSTITUTE: _("nghỉ bù %(name)s (ngày %(day)s)"),
        Kind.SWAPPED_OFF: _("nghỉ hoán đổi, làm bù ngày %(day)s"),
        Kind.SWAPPED_WORKED: _("làm bù cho ngày nghỉ hoán đổi %(day)s"),
        Kind.OWN_OFF: _("nghỉ theo lịch riêng của hệ thống: %(name)s"),
        Kind.OWN_WORKED: _("làm việc theo lịch riêng của hệ thống: %(name)s"),
    }
    return said[found.kind] % told


def _doubt(found: SpecialDay) -> str:
    """What is not sure of a day; empty where nothing is."""
    if not found.noticed:
        return _("dự kiến, chưa có thông báo chính thức")
    return "" if found.checked else _("chưa kiểm chứng")
