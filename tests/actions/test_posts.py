"""Doing once what was posted once or more: the first success is the answer."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command

from phoihop import clock
from phoihop.posts import actions
from phoihop.posts.models import Post
from phoihop.refusals import Refused
from tests.factories import World
from tests.refused import refused


@dataclass(frozen=True)
class Row:
    """What an action gives back."""

    pk: int


@dataclass
class Counted:
    """An action that counts how often it is done, and may refuse at first."""

    refusing: int = 0
    done: list[int] = field(default_factory=list)

    def __call__(self) -> Row:
        if self.refusing:
            self.refusing -= 1
            raise Refused("task.lead_not_party")
        self.done.append(len(self.done) + 1)
        return Row(pk=100 + len(self.done))


def post(
    world: World,
    act: Counted,
    key: UUID,
    *,
    by: str = "lan",
    route: str = "/nhiem-vu/them/",
    fingerprint: str = "a" * 64,
) -> str:
    """One post of a form."""
    person = world.user(by).pk
    return actions.once(
        by=person, route=route, key=key, fingerprint=fingerprint, act=act
    )


def test_a_form_is_done_once_however_often_it_is_sent(world: World) -> None:
    """Every post gets the answer of the first."""
    act, key = Counted(), uuid4()
    answers = {post(world, act, key) for _ in range(3)}
    assert answers == {"101"}
    assert act.done == [1]


def test_a_refusal_is_not_remembered(world: World) -> None:
    """What is sent again after mending is done; then once."""
    act, key = Counted(refusing=2), uuid4()
    for _ in range(2):
        with refused("task.lead_not_party"):
            post(world, act, key)
        assert not Post.objects.exists()
    assert post(world, act, key) == "101"
    assert post(world, act, key) == "101"
    assert act.done == [1]


def test_another_content_under_the_same_key_is_not_swallowed(world: World) -> None:
    """The person went back and changed it: that is said, and the first stands."""
    act, key = Counted(), uuid4()
    assert post(world, act, key) == "101"
    with refused("post.sent_with_other_content"):
        post(world, act, key, fingerprint="b" * 64)
    assert act.done == [1]
    assert post(world, act, key) == "101"


@pytest.mark.parametrize(
    "other", [{"by": "minh"}, {"route": "/nhiem-vu/1/sua/"}, {"key": uuid4()}]
)
def test_a_key_is_one_persons_at_one_address(
    other: dict[str, object], world: World
) -> None:
    """Nobody gets the answer of another, and nobody is kept from their own."""
    act = Counted()
    words: dict[str, object] = {"key": UUID(int=7)}
    first = post(world, act, **words)  # type: ignore[arg-type]  # words by name
    second = post(world, act, **(words | other))  # type: ignore[arg-type]  # as above
    assert (first, second) == ("101", "102")


def test_old_keys_are_thrown_away_and_young_ones_kept(world: World) -> None:
    """After thirty days no page still holds such a form."""
    act, old, young = Counted(), uuid4(), uuid4()
    with clock.standing_at(clock.now() - timedelta(days=31)):
        post(world, act, old)
    with clock.standing_at(clock.now() - timedelta(days=29)):
        post(world, act, young)
    call_command("tidy", stdout=None)
    assert [row.key for row in Post.objects.all()] == [young]
    assert str(Post.objects.get()) == f"/nhiem-vu/them/ {young}"
