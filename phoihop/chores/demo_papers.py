"""Official papers written down as .toml, for the demo and the samples. Pure.

The body is text in a few signs: "# " a part, "## " a section, "### " an item, a line
"[table]" where the table stands; a line that begins with "1." "a)" or "-" has that as
its marker, any other is a plain paragraph.
"""

import re
from collections.abc import Iterator
from typing import Any

from phoihop.drafting.paper import (
    Block,
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
)

LEVELS = {"#": Level.PART, "##": Level.SECTION, "###": Level.ITEM}
_HEADING = re.compile(r"(#{1,3}) (.+?)\. (.+)")
_MARKED = re.compile(r"(\d+\.|[a-zđ]\)|-) (.+)")


def paper_of(told: dict[str, Any]) -> Paper:
    """The paper that a .toml tells of; ``KeyError`` for an element that is missing.

    ``number`` and ``day`` may be left out: a paper that is not numbered yet.
    """
    return Paper(
        form=Form(told.get("form", "state")),
        issuers=tuple(map(Issuer, told["issuers"])),
        symbol=told["symbol"],
        place=told["place"],
        kind=told["kind"],
        subject=told["subject"],
        blocks=tuple(_blocks(told)),
        signatures=tuple(
            Signature(tuple(each["authority"]), each["name"])
            for each in told["signatures"]
        ),
        number=told.get("number"),
        day=told.get("day"),
        bases=tuple(told.get("bases", ())),
        recipients=tuple(told["recipients"]),
        filed=told["filed"],
    )


def _blocks(told: dict[str, Any]) -> Iterator[Block]:
    for line in told["body"].strip().splitlines():
        if line == "[table]":
            yield _table(told["table"])
        elif heading := _HEADING.fullmatch(line):
            level = LEVELS[heading[1]]
            # "Chương I" stands on a line of its own, without a full stop.
            marker = heading[2] if level is Level.PART else f"{heading[2]}."
            yield Heading(heading[3], level, marker)
        elif marked := _MARKED.fullmatch(line):
            yield Paragraph(marked[2], marker=marked[1])
        else:
            yield Paragraph(line)


def _table(told: dict[str, Any]) -> Table:
    return Table(
        heads=tuple(told["heads"]),
        rows=tuple(map(tuple, told["rows"])),
        widths=tuple(told["widths"]),
    )
