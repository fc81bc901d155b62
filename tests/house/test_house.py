"""Each rule of the house, on the tree as it stands."""

import pytest

from tests.house.conftest import ROOT
from tests.house.rules import RULES

pytestmark = pytest.mark.house


@pytest.mark.parametrize("name", RULES)
def test_the_tree_keeps(name: str) -> None:
    """Every rule, by its name; the sentences say where and what to do."""
    found = RULES[name](ROOT)
    assert not found, "\n".join(found)
