"""Number, symbol, kind, place and day of a paper."""

import re

from phoihop.reading.clear import Paper
from phoihop.reading.days import first_day, iso_day
from phoihop.reading.findings import Field, Finding
from phoihop.reading.head import DAY, Head, Mark

# "Thứ Ba, 17/11/2020, 11:02 [GMT+7]": a line that is a day and little else.
DAY_LINE_LETTERS = 30


def find_header(paper: Paper, head: Head) -> list[Finding]:
    """What the header says, but for its bodies and its subject."""
    found: list[Finding] = []
    if head.number is not None:
        sure, because = (
            (0.6, "header.number_misread") if head.misread else (0.97, "header.number")
        )
        found.append(_of(paper, head.number, Field.NUMBER, sure, because))
    if head.symbol is not None:
        found.append(_of(paper, head.symbol, Field.SYMBOL, 0.95, "header.not_numbered"))
    if head.type is not None:
        sure, because = (
            (0.95, "header.heading") if head.heading else (0.7, "header.words")
        )
        found.append(_of(paper, head.type, Field.TYPE, sure, because))
    found += _place_and_day(paper, head)
    return found


def _of(paper: Paper, mark: Mark, field: Field, sure: float, because: str) -> Finding:
    return Finding(field, mark.said, paper.span(mark.start, mark.end), sure, because)


def _place_and_day(paper: Paper, head: Head) -> list[Finding]:
    found: list[Finding] = []
    if not head.is_paper or head.day is None:
        printed = _day_line(paper, head)
        return [printed] if printed else []
    if head.place is not None:
        found.append(_of(paper, head.place, Field.PLACE, 0.9, "header.place"))
    day = _issued_on(paper, head.day)
    return [*found, day] if day else found


def _issued_on(paper: Paper, day: Mark) -> Finding | None:
    """The day as far as it is known: whole, a month, a year; as printed if impossible.

    A blank day says nothing was filled in; an unreadable one leaves what is readable.
    """
    match = DAY.match(paper.low, day.start, day.end)
    if match is None:
        return None
    span = paper.span(day.start, day.end)
    number, month = match["d"].strip(" ,.:"), match["m"].strip(" ,.:")
    year = re.sub(r"\s", "", match["y"] or "")
    if not year or not number.strip("….-–_ "):
        return None
    value, sure, because = year, 0.5, "header.day_unreadable"
    if month.isdigit() and not number.isdigit():
        value, sure = f"{year}-{int(month):02}", 0.6
    elif month.isdigit():
        iso = iso_day(year, month, number)
        if iso is None:
            # As printed, since no calendar has it: a person decides.
            value, sure, because = paper.said(*match.span()), 0.3, "header.no_such_day"
        else:
            value, sure, because = iso, 0.96, "header.day"
    return Finding(Field.ISSUED_ON, value, span, sure, because)


def _day_line(paper: Paper, head: Head) -> Finding | None:
    """A day with its year on a line of its own near the top: when it was published."""
    for number, line in enumerate(paper.lines(0, min(len(paper.clear), 2000))):
        if number > 7:
            return None
        day = first_day(paper.low, line.start, line.end)
        if day is None or day.iso is None:
            continue
        letters = sum(char.isalpha() for char in line.text)
        if letters <= DAY_LINE_LETTERS and len(line.text) <= 80:
            span = paper.span(day.start, day.end)
            because = "header.day_line"
            return Finding(Field.ISSUED_ON, day.iso, span, 0.85, because)
    return None
