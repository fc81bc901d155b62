"""What of a confirmed reading stands in a plan, and how it is called there."""

import pytest

from phoihop.programmes.rules.confirming import number_of

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("path", "number"),
    [
        (["II.", "1.", "a)"], "II.1.a"),
        (["II.", "1.", "1.1."], "II.1.1"),
        (["II.", "1.", "1.1.", "1.1.2"], "II.1.1.2"),
        (["1.", "10."], "1.10"),
        (["3."], "3"),
        ([], ""),
    ],
)
def test_a_number_that_says_those_above_it_is_not_said_twice(
    path: list[str], number: str
) -> None:
    assert number_of(path) == number
