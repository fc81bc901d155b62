"""Days and numbers as Vietnamese papers write them, or English ones for its readers.

``day``          05/06/2026            5 June 2026
``weekday_day``  thứ Sáu 05/06/2026    Friday 5 June 2026
``moment``       14:05 05/06/2026      5 June 2026, 14:05
``number``       1.234,5               1,234.5

A value that is missing is "-": missing is not zero.
"""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import get_language

MISSING = "-"
WEEKDAYS = (
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
)
# Written out: strftime follows the machine's locale, the reader's language does not.
DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SWAP = str.maketrans({",": ".", ".": ","})


def _english() -> bool:
    """Whether the reader reads English."""
    return (get_language() or "vi").startswith("en")


def _local(value: date) -> date:
    """The value in the reader's own day, which is Việt Nam's."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def day(value: date | None) -> str:
    """05/06/2026, or 5 June 2026."""
    if value is None:
        return MISSING
    value = _local(value)
    if _english():
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return f"{value.day:02}/{value.month:02}/{value.year}"


def weekday_day(value: date | None) -> str:
    """thứ Sáu 05/06/2026, or Friday 5 June 2026."""
    if value is None:
        return MISSING
    names = DAYS if _english() else WEEKDAYS
    return f"{names[_local(value).weekday()]} {day(value)}"


def moment(value: datetime | None) -> str:
    """14:05 05/06/2026, or 5 June 2026, 14:05."""
    if value is None:
        return MISSING
    local = _local(value)
    clock = f"{local:%H:%M}"
    return f"{day(local)}, {clock}" if _english() else f"{clock} {day(local)}"


def number(value: int | float | Decimal | None) -> str:
    """1.234,5 in Vietnamese, 1,234.5 in English."""
    if value is None:
        return MISSING
    written = f"{value:,}"
    return written if _english() else written.translate(SWAP)
