"""When a rule of the reader is believed: counts, Wilson's bound, the two thresholds."""

import pytest

from phoihop.documents import precision
from phoihop.documents.counting import tallied, whole
from phoihop.documents.drafts import NEW_TASK
from phoihop.documents.models import DraftState
from phoihop.documents.precision import Tally, confidence, goes_with_others, lower_bound
from phoihop.reading.findings import Field

pytestmark = pytest.mark.pure

# A duty whose lead a person need not name.
DUTY = {**NEW_TASK, "text": "Mở chuyên mục", "lead": {"text": "x", "organisation": 1}}
UNLED = {**DUTY, "lead": {"text": "x", "organisation": None}}


# From the formula by hand, to four places; the first by the book: 8 of 10.
@pytest.mark.parametrize(
    ("right", "of", "bound"),
    [(8, 10, 0.4902), (0, 10, 0.0), (1, 1, 0.2065), (10, 10, 0.7225),
     (50, 50, 0.9286), (97, 99, 0.9293), (124, 124, 0.9700), (125, 125, 0.9702),
     (185, 186, 0.9702), (990, 1000, 0.9817)],
)  # fmt: skip
def test_wilsons_lower_bound(right: int, of: int, bound: float) -> None:
    assert lower_bound(right, of) == pytest.approx(bound, abs=0.00005)


def test_the_bound_is_never_over_the_share_and_grows_with_what_was_seen() -> None:
    for of in range(1, 200):
        for right in range(of + 1):
            assert 0 <= lower_bound(right, of) <= right / of + 1e-12
        assert lower_bound(of + 1, of + 1) > lower_bound(of, of)


# What is needed for the press that takes many: the bound over findings, and papers.
@pytest.mark.parametrize(
    ("right", "wrong", "papers", "proven"),
    [(125, 0, 50, True), (124, 0, 50, False), (125, 0, 49, False),
     (50, 0, 50, False), (10_000, 0, 49, False), (185, 1, 60, True),
     (183, 1, 60, False), (970, 30, 100, False), (985, 15, 100, True),
     (0, 0, 0, False)],
)  # fmt: skip
def test_a_rule_is_proven_by_findings_and_by_papers(
    right: int, wrong: int, papers: int, proven: bool
) -> None:
    for corrected in (0, wrong):
        tally = Tally(
            shown=right + wrong + 7,
            accepted=right,
            corrected=corrected,
            dropped=wrong - corrected,
            documents=papers,
        )
        assert tally.is_proven is proven


def test_what_nobody_looked_at_is_no_evidence() -> None:
    """Missing is not zero: neither a precision nor a bound."""
    tally = Tally(shown=500, documents=80)
    assert (tally.precision, tally.bound, tally.is_proven) == (None, None, False)


# What the rule said of itself holds until there is evidence, then the evidence.
@pytest.mark.parametrize(
    ("prior", "tally", "said"),
    [
        (60, Tally(), 60),
        (60, Tally(shown=29, accepted=29, documents=29), 60),
        (60, Tally(shown=300, accepted=300, documents=9), 60),
        (60, Tally(shown=30, accepted=30, documents=10), 100),
        (95, Tally(shown=40, accepted=20, corrected=20, documents=10), 50),
        (95, Tally(shown=300, accepted=299, dropped=1, documents=10), 99),
        (95, Tally(shown=90, documents=90), 95),
    ],
)
def test_confidence_follows_the_evidence(prior: int, tally: Tally, said: int) -> None:
    assert confidence(prior, tally) == said


@pytest.mark.parametrize(
    ("field", "value", "tally", "together"),
    [
        (Field.SUBJECT, {"text": "x"}, Tally(), True),
        (Field.REFERENCE, {"text": "x"}, Tally(), True),
        (Field.TASK, DUTY, Tally(), False),
        (Field.TASK, DUTY, Tally(125, 125, documents=50), True),
        (Field.TASK, UNLED, Tally(125, 125, documents=50), False),
        (Field.CLAUSE, {"text": "x"}, Tally(), False),
        (Field.CLAUSE, {"text": "x"}, Tally(125, 125, documents=50), True),
    ],
)
def test_what_goes_with_others(
    field: Field, value: dict[str, object], tally: Tally, together: bool
) -> None:
    assert goes_with_others(field, value, tally) is together


def test_a_paper_is_counted_by_its_drafts() -> None:
    """Every state is counted; a rule of which nothing was judged has no paper."""
    told = tallied(
        [("task", "request", state) for state in DraftState if state != "added"]
        + [("task", "request", "accepted"), ("task", "person", "added")]
        + [("clause", "numbered_item", "open")]
    )
    assert told == {
        ("task", "request"): Tally(5, 2, 1, 1, 0, 1),
        ("task", "person"): Tally(0, 0, 0, 0, 1, 1),
        ("clause", "numbered_item"): Tally(1, 0, 0, 0, 0, 0),
    }
    assert whole(told, "task") == Tally(5, 2, 1, 1, 1)


def test_the_thresholds_are_those_of_the_rule() -> None:
    assert (precision.PROVEN, precision.ENOUGH_DOCUMENTS) == (0.97, 50)
