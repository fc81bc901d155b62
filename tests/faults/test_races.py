"""Two people at one row, one person pressing twice: nothing lost, nothing doubled.

Through the pages as a browser uses them, each person in a thread with a connection
of their own, on a database of its own, on SQLite and on PostgreSQL.
"""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from phoihop.posts import actions as posts
from phoihop.programmes.models import Task
from phoihop.versions.models import VersionedRow
from tests.factories import World
from tests.faults.races import (
    browser,
    left_whole,
    race_double_posts,
    race_edits,
)
from tests.witness import every

pytestmark = pytest.mark.races

ROUNDS = [
    pytest.param(40, id="40"),
    pytest.param(200, id="200", marks=pytest.mark.long),
    pytest.param(1000, id="1000", marks=pytest.mark.long),
]
# Enough rounds for a product without the guard to be caught.
MUTANT_ROUNDS = 40


@pytest.mark.parametrize("rounds", ROUNDS)
def test_of_two_edits_of_one_version_exactly_one_is_saved(
    own_world: World, rounds: int
) -> None:
    """The other person gets the merge page with both texts; nothing is lost."""
    tally = race_edits(own_world, rounds)
    print(f"edit: {tally}")
    assert tally.answers == {(302, 409): rounds}
    assert (tally.lost, tally.doubled) == ([], [])
    assert every(Task)[0].version == 1 + rounds
    assert left_whole() == []


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_form_posted_twice_at_once_is_done_once(
    own_world: World, rounds: int
) -> None:
    """One row; both answers lead to it."""
    before = len(every(Task))
    tally = race_double_posts(own_world, rounds)
    print(f"double post: {tally}")
    assert tally.answers == {(302, 302): rounds}
    assert (tally.lost, tally.doubled) == ([], [])
    assert len(every(Task)) == before + rounds
    assert left_whole() == []


def test_whoever_was_slower_saves_the_merged_text_next(own_world: World) -> None:
    """The merge page posts again, with the same key, and nothing of either is lost."""
    address = reverse("task_edit", kwargs={"pk": own_world.task.pk})
    typed: dict[str, Any] = {"lead": own_world.task.lead_id, "due_date": ""}
    lan, minh = browser(own_world, "lan"), browser(own_world, "minh")
    first = {**typed, "seen": 1, "text": "của lan", "idempotency_key": str(uuid4())}
    assert lan.post(address, first).status_code == 302
    mine = {**typed, "seen": 1, "text": "của minh", "idempotency_key": str(uuid4())}
    merging = minh.post(address, mine)
    assert merging.status_code == 409
    assert 'name="seen" value="2"' in merging.content.decode()
    mine |= {"seen": 2, "text": "của lan và của minh"}
    assert minh.post(address, mine).status_code == 302
    assert every(Task)[0].text == "của lan và của minh"
    assert left_whole() == []


def test_the_race_of_edits_catches_a_product_that_does_not_compare(
    own_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted bug: the row is set without asking which version was seen."""
    honest = VersionedRow.change

    def blind(row: Any, *, seen: int, **values: object) -> Any:
        now = type(row)._base_manager.get(pk=row.pk).version
        return honest(row, seen=now, **values)

    monkeypatch.setattr(VersionedRow, "change", blind)
    tally = race_edits(own_world, MUTANT_ROUNDS)
    assert tally.lost


def test_the_race_of_posts_catches_a_product_that_forgets_the_key(
    own_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted bug: every post is done, whatever its key."""

    def forgetful(*, act: Any, **_: Any) -> str:
        return str(act().pk)

    monkeypatch.setattr(posts, "once", forgetful)
    tally = race_double_posts(own_world, MUTANT_ROUNDS)
    assert tally.doubled
