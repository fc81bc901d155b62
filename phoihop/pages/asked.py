"""What an address asks for besides the page: an instant, a place in a list."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from django.http import Http404, HttpRequest


def moment_asked(request: HttpRequest) -> datetime | None:
    """The instant of ``?luc=`` ("as was"), in UTC; None for "as now".

    Raises ``Http404`` for what is no instant: such an address was never given out.
    """
    text = request.GET.get("luc", "")
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)


class Position(NamedTuple):
    """Where the shown part of a list ended: the due date and key of its last row."""

    due: date | None
    pk: int

    def __str__(self) -> str:
        return f"{self.due.isoformat() if self.due else ''}~{self.pk}"


def position_asked(request: HttpRequest) -> Position | None:
    """The place in a list of ``?sau=``, behind which to go on.

    Raises ``Http404`` for what is no such place.
    """
    text = request.GET.get("sau", "")
    if not text:
        return None
    due, _, pk = text.partition("~")
    try:
        if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
            raise ValueError(pk)
        return Position(date.fromisoformat(due) if due else None, int(pk))
    except ValueError as error:
        raise Http404 from error
