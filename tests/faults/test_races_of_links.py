"""One link, pressed by two people at the same moment: one account, one role."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import User
from phoihop.organisations.models import Invitation, Membership
from tests.at_once import Hands
from tests.factories import World, invited
from tests.faults.races import Tally, browser, left_whole, press, two_hands

pytestmark = pytest.mark.races

ROUNDS = 20
NEW = "đủ dài và không ai đoán"


@pytest.fixture
def two(own_world: World) -> Iterator[Hands]:
    """Two people at their buttons."""
    with two_hands() as held:
        yield held


def stranger() -> Client:
    """A browser in which nobody has signed in."""
    return Client(raise_request_exception=False)


def test_two_who_use_a_link_at_once_make_one_account(
    own_world: World, two: Hands
) -> None:
    tally = Tally()
    for number in range(ROUNDS):
        address = reverse("invitation", args=[invited(own_world).token])
        names = [f"mot-{number}", f"hai-{number}"]
        typed = [
            {"username": name, "password": NEW, "password_again": NEW} for name in names
        ]
        presses = (press(stranger(), address, one) for one in typed)
        tally.count(two.at_once(*presses))
        made = User.objects.filter(username__in=names)
        assert made.count() == 1
        assert Membership.objects.filter(person__in=made).count() == 1
    assert tally.answers == {(302, 410): ROUNDS}
    assert not Invitation.objects.filter(accepted_on=None).exists()
    assert left_whole() == []


def test_a_link_taken_back_as_it_is_used_is_one_of_the_two(
    own_world: World, two: Hands
) -> None:
    tally, quang = Tally(), browser(own_world, "quang")
    for number in range(ROUNDS):
        link = invited(own_world)
        typed = {"username": f"ba-{number}", "password": NEW, "password_again": NEW}
        tally.count(
            two.at_once(
                press(stranger(), reverse("invitation", args=[link.token]), typed),
                press(quang, reverse("invitation_revoke", args=[link.pk]), {"seen": 1}),
            )
        )
        row = Invitation.objects.get(pk=link.pk)
        opened = User.objects.filter(username=f"ba-{number}").exists()
        assert opened is (row.accepted_on is not None)
        assert opened is (row.revoked_on is None)
    # Revoked first, used first and seen so, or used while the form was on its way.
    assert set(tally.answers) <= {(302, 410), (302, 409), (302, 422)}
    assert left_whole() == []
