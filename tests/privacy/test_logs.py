"""What a person typed does not come into the log by way of an exception."""

import logging
import sys

import pytest

from phoihop.log_lines import WithoutKeys

pytestmark = pytest.mark.pure

TYPED = "0912 746 358"


class Diagnosis:
    """What psycopg tells of a failed statement, besides its text."""

    constraint_name = "task_text_fits"


class DatabaseFault(Exception):
    """As psycopg's: its text repeats the row that failed."""

    sqlstate = "23514"
    diag = Diagnosis()


def line(error: Exception) -> str:
    """The line that the log writes for this exception, trace and all."""
    try:
        try:
            raise error
        except Exception as first:
            raise RuntimeError(f"while storing {TYPED}") from first
    except RuntimeError:
        record = logging.LogRecord(
            "phoihop", logging.ERROR, __file__, 1, "Failed.", (), sys.exc_info()
        )
    return WithoutKeys("{message}", style="{").format(record)


@pytest.mark.parametrize(
    "error",
    [
        DatabaseFault(f"Failing row contains (7, {TYPED})"),
        ValueError(f"invalid literal for int() with base 10: '{TYPED}'"),
        KeyError(TYPED),
    ],
)
def test_a_trace_does_not_repeat_what_was_typed(error: Exception) -> None:
    assert TYPED not in line(error)


def test_a_trace_still_says_where_and_what() -> None:
    told = line(DatabaseFault(TYPED))
    assert "DatabaseFault 23514 task_text_fits" in told
    assert "which led to:" in told
    assert "builtins.RuntimeError" in told
    assert "in line" in told


def test_a_fault_of_the_code_keeps_its_message() -> None:
    assert "no attribute 'x'" in line(AttributeError("no attribute 'x'"))
