"""Who reports for whom, who accepts, and how much of a plan has tasks."""

import pytest

from phoihop.programmes.rules import acceptance, reporting
from phoihop.programmes.rules.coverage import Coverage, coverage
from phoihop.programmes.rules.due import read_value, written_value
from phoihop.reading.findings import DueKind

pytestmark = pytest.mark.pure

# The bodies of a plan: the standing one, two others, and one outside of it.
STANDING, SO, XA, STRANGER = 1, 2, 3, 9
PARTIES = (STANDING, SO, XA)
HERE, THERE = 10, 11


@pytest.mark.parametrize(
    ("lead", "bodies"),
    [(SO, {STANDING}), (XA, {STANDING}), (STANDING, {SO, XA})],
)
def test_the_standing_body_accepts_the_others_and_they_accept_its_own(
    lead: int, bodies: set[int]
) -> None:
    """Product rule 1."""
    found = acceptance.accepters(lead=lead, standing=STANDING, parties=PARTIES)
    assert found == bodies


@pytest.mark.parametrize(
    ("body", "person", "lead", "code"),
    [
        (STANDING, HERE, SO, ""),
        (STANDING, THERE, SO, "acceptance.own_report"),
        (SO, HERE, SO, "acceptance.by_standing"),
        (XA, HERE, SO, "acceptance.by_standing"),
        (SO, HERE, STANDING, ""),
        (XA, HERE, STANDING, ""),
        (XA, THERE, STANDING, "acceptance.own_report"),
        (STANDING, HERE, STANDING, "acceptance.by_another"),
        (STRANGER, HERE, STANDING, "acceptance.by_another"),
        (STRANGER, HERE, SO, "acceptance.by_standing"),
        (None, HERE, SO, "acceptance.by_standing"),
    ],
)
def test_nobody_accepts_their_own(
    body: int | None, person: int, lead: int, code: str
) -> None:
    """The report was entered by the person THERE."""
    told = acceptance.why_not(
        body=body,
        person=person,
        lead=lead,
        standing=STANDING,
        parties=PARTIES,
        entered_by=THERE,
    )
    assert told == code


@pytest.mark.parametrize(
    ("body", "entered_for", "has_reporter", "paper", "code"),
    [
        # The lead SO and the supporter XA report for themselves.
        (SO, SO, True, "", ""),
        (XA, XA, True, "", ""),
        (SO, SO, True, "12/BC", "progress.own_needs_no_paper"),
        # A party that does nothing in the task, and a stranger, do not.
        (STANDING, STANDING, True, "", "progress.not_a_doer"),
        (STRANGER, STRANGER, True, "", "progress.not_a_doer"),
        # On behalf: the standing body, without an account there, by a paper.
        (SO, STANDING, False, "12/BC", ""),
        (XA, STANDING, False, "12/BC", ""),
        (SO, STANDING, False, "", "progress.no_paper"),
        (SO, STANDING, False, "   ", "progress.no_paper"),
        (SO, STANDING, True, "12/BC", "progress.has_account"),
        (SO, XA, False, "12/BC", "progress.for_another"),
        (SO, None, False, "12/BC", "progress.for_another"),
        (STRANGER, STANDING, False, "12/BC", "progress.not_a_doer"),
    ],
)
def test_a_body_reports_for_itself_or_the_standing_one_by_a_paper(
    body: int, entered_for: int | None, has_reporter: bool, paper: str, code: str
) -> None:
    """Of a task that SO leads and XA supports."""
    told = reporting.why_not(
        body=body,
        entered_for=entered_for,
        lead=SO,
        supporters=[XA],
        standing=STANDING,
        has_reporter=has_reporter,
        paper=paper,
    )
    assert told == code


@pytest.mark.parametrize(
    ("clauses", "counted"),
    [
        ([], (0, 0)),
        ([("I", 0)], (1, 0)),
        ([("I", 2), ("II", 0)], (2, 1)),
        # What heads others is not counted, unless tasks hang on it.
        ([("II", 0), ("II.1", 1), ("II.2", 0)], (2, 1)),
        ([("II", 3), ("II.1", 1), ("II.2", 0)], (3, 2)),
        # Nor what heads what heads others, be it printed or not.
        ([("II", 0), ("II.1", 0), ("II.1.a", 1)], (1, 1)),
        ([("II", 0), ("II.1.a", 1)], (1, 1)),
        # "I" does not head "II.1".
        ([("I", 0), ("II.1", 0)], (2, 0)),
    ],
)
def test_coverage_counts_what_calls_for_tasks(
    clauses: list[tuple[str, int]], counted: tuple[int, int]
) -> None:
    """Tasks without a clause are handed on as they are."""
    assert coverage(clauses, 4) == Coverage(*counted, 4)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (DueKind.MONTH, "6/2026", "2026-06"),
        (DueKind.MONTH, " 06 / 2026 ", "2026-06"),
        (DueKind.MONTH, "2026-06", "2026-06"),
        (DueKind.QUARTER, "II/2026", "2026-Q2"),
        (DueKind.QUARTER, "iv/2026", "2026-Q4"),
        (DueKind.QUARTER, "3/2026", "2026-Q3"),
        (DueKind.QUARTER, "2026-Q3", "2026-Q3"),
        (DueKind.HALF_YEAR, "I/2026", "2026-H1"),
        (DueKind.YEAR, "2026", "2026"),
    ],
)
def test_a_due_is_read_as_it_is_written(kind: DueKind, typed: str, value: str) -> None:
    """And what was read is written so that it is read again."""
    assert read_value(kind, typed) == value
    assert read_value(kind, written_value(kind, value)) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (DueKind.MONTH, "13/2026"),
        (DueKind.MONTH, "tháng sáu"),
        (DueKind.MONTH, "6"),
        (DueKind.MONTH, "6/26"),
        (DueKind.QUARTER, "V/2026"),
        (DueKind.QUARTER, "5/2026"),
        (DueKind.HALF_YEAR, "III/2026"),
        (DueKind.YEAR, "26"),
        (DueKind.YEAR, ""),
        (DueKind.MONTH, "٦/2026"),
    ],
)
def test_what_is_no_due_of_its_kind_is_not_read(kind: DueKind, typed: str) -> None:
    """Nor guessed at."""
    with pytest.raises(ValueError):  # noqa: PT011 - the words as they were typed
        read_value(kind, typed)


def test_other_values_are_written_as_they_stand() -> None:
    """A day, a year, and what a paper says in words."""
    assert written_value(DueKind.YEAR, "2026") == "2026"
    assert written_value(DueKind.RECURRING, "monthly") == "monthly"
    assert written_value(DueKind.MONTH, "2026-06") == "06/2026"
    assert written_value(DueKind.HALF_YEAR, "2026-H2") == "II/2026"
