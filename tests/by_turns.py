"""What everybody is asked in the long run, and a few by turns in the short one."""

from collections.abc import Sequence

import pytest

HOW_MANY = pytest.mark.parametrize(
    "all_of_them",
    [
        pytest.param(False, id="by-turns"),
        pytest.param(True, id="all", marks=pytest.mark.long),
    ],
)
IN_TURN = 3


def some(names: Sequence[str], of: str, *, all_of_them: bool) -> Sequence[str]:
    """The first of these names, and every third by the length of what they look at."""
    if all_of_them:
        return names
    return tuple(dict.fromkeys((names[0], *names[len(of) % IN_TURN :: IN_TURN])))
