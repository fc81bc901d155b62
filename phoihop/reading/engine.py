"""The reader: a text in, everything found in it out; nothing is decided here.

A new field is one finder and one line in ``FINDERS``.
"""

from collections.abc import Callable

from phoihop.reading import caps
from phoihop.reading.citations import find_references
from phoihop.reading.clear import Paper, make_clear
from phoihop.reading.duties import find as find_duties
from phoihop.reading.findings import Finding, Reading
from phoihop.reading.head import Head, read_head
from phoihop.reading.header import find_header
from phoihop.reading.issuers import find_issuers
from phoihop.reading.layout import lay_out
from phoihop.reading.meeting import find_meeting
from phoihop.reading.mending import readable
from phoihop.reading.parties import find_parties
from phoihop.reading.period import find_period
from phoihop.reading.signature import find_signers
from phoihop.reading.subject import find_subject
from phoihop.refusals import Refused

Finder = Callable[[Paper, Head], list[Finding]]

FINDERS: tuple[Finder, ...] = (
    find_header,
    find_issuers,
    find_subject,
    find_signers,
    find_references,
    find_meeting,
)
# These lean on what those found: on the title, on the issuers.
LEANING: tuple[Callable[[Paper, Head, list[Finding]], list[Finding]], ...] = (
    find_parties,
    find_period,
)


def read(text: str) -> Reading:
    """Everything found in a text, in the order of the text.

    Refused: ``file.text_too_long`` for more than ``caps`` allow.
    """
    if len(text) > caps.CHARACTERS:
        raise Refused("file.text_too_long", field="file")
    as_read = readable(text)
    layout = lay_out(as_read.text)
    if len(layout.lines) > caps.LINES:
        raise Refused("file.text_too_long", field="file")
    paper = make_clear(layout)
    head = read_head(paper)
    findings = [found for finder in FINDERS for found in finder(paper, head)]
    findings += [found for finder in LEANING for found in finder(paper, head, findings)]
    findings += find_duties(layout)
    findings = [as_read.put_back(found) for found in findings]
    return Reading(text, tuple(sorted(findings, key=_place)))


def _place(found: Finding) -> tuple[int, int]:
    """What the paper says nowhere in particular comes first."""
    return (found.span.start, found.span.end) if found.span else (-1, -1)
