"""What an address asks for besides the page: an instant, a place in a list."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.http import Http404, HttpRequest

from phoihop import clock

Value = TypeVar("Value")
# The largest key that both databases hold.
LARGEST = 2**63 - 1
# Of a list that says nothing else.
ROWS = 50


def moment_asked(request: HttpRequest) -> datetime | None:
    """The instant of ``?luc=`` ("as was"), in UTC; None for "as now".

    A bare day stands for the end of it, as everywhere (product rule 1). Raises
    ``Http404`` for what is no instant: such an address was never given out.
    """
    text = request.GET.get("luc", "")
    if not text:
        return None
    try:
        if len(text) == len("2026-06-30"):
            return clock.end_of(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
        at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
        clock.day_of(at)  # The last hours of year 9999 lie in no year here.
        return at
    except (ValueError, OverflowError) as error:
        raise Http404 from error


def day_asked(request: HttpRequest) -> date | None:
    """The day of ``?ngay=``, for which validity is asked; None for today.

    As a form sends it (30/06/2026) or as a link does. Raises ``Http404`` otherwise.
    """
    text = request.GET.get("ngay", "")
    if not text:
        return None
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def position_asked(
    request: HttpRequest, read: Callable[[str], Value]
) -> tuple[Value, int] | None:
    """The place in a list of ``?sau=``, behind which to go on: sort value and key.

    ``read`` turns the text of the value into what the list is sorted by and raises
    ``ValueError`` for what it is not. Raises ``Http404`` for what is no such place.
    """
    text = request.GET.get("sau", "")
    if not text:
        return None
    key, _, value = text.partition("~")
    try:
        # PostgreSQL takes no text with a NUL in it.
        if not (key.isascii() and key.isdecimal()) or "\0" in value:
            raise ValueError(key)
        pk = int(key)
        if pk > LARGEST:
            raise ValueError(key)
        return read(value), pk
    except ValueError as error:
        raise Http404 from error


def first_rows(rows: Any, most: int) -> tuple[list[Any], Any]:
    """The first ``most`` rows of a queryset, and the last of them if more follow."""
    found = list(rows[: most + 1])
    return found[:most], found[most - 1] if len(found) > most else None


def newest_first(
    request: HttpRequest, rows: Any, most: int | None = None
) -> tuple[list[Any], dict[str, str]]:
    """The part of a queryset that is asked for, the newest row first.

    With it what the page's context needs to go on: ``next`` and ``first``, addresses.
    Raises ``Http404`` for a place that no list gave out.
    """
    position = position_asked(request, str)
    if position is not None:
        rows = rows.filter(pk__lt=position[1])
    shown, last = first_rows(rows.order_by("-pk"), most or ROWS)
    behind = next_address(request, "", last.pk) if last else ""
    return shown, {"next": behind, "first": first_address(request)}


def next_address(request: HttpRequest, value: object, pk: int) -> str:
    """This list behind the row with this sort value and key, with the same filter."""
    return _address(request, f"{pk}~{'' if value is None else value}")


def first_address(request: HttpRequest) -> str:
    """This list from its first row on, where the shown part begins behind it."""
    return _address(request, "") if request.GET.get("sau") else ""


def _address(request: HttpRequest, position: str) -> str:
    asked = request.GET.copy()
    asked.pop("sau", None)
    if position:
        asked["sau"] = position
    return f"{request.path}?{asked.urlencode()}" if asked else request.path
