"""Verbs on one's own account."""

import pytest

from phoihop.accounts import actions
from phoihop.accounts.models import User
from phoihop.organisations.permissions import scoped
from phoihop.trail.reading import history
from tests.factories import World
from tests.refused import refused
from tests.witness import last_entry, said


def test_a_person_chooses_the_language(world: World) -> None:
    """For the account, so on every machine."""
    minh = world.user("minh")
    actions.choose_language(user=minh, language="en", by=world.actors["minh"])
    assert minh.language == "en"
    assert User.objects.get(pk=minh.pk).language == "en"


def test_choosing_leaves_a_trail(world: World) -> None:
    """From which language to which, in no circle."""
    minh = world.user("minh")
    actions.choose_language(user=minh, language="en", by=world.actors["minh"])
    entry = last_entry()
    assert (entry.did, entry.object_id) == ("account.language", minh.pk)
    assert entry.scope_id is None
    assert said(entry) == {"before": {"language": "vi"}, "after": {"language": "en"}}
    with scoped(world.actors["cuc"]):
        assert history(minh) == []


@pytest.mark.parametrize("language", ["", "fr", "EN", "vi-VN"])
def test_a_language_is_one_of_two(language: str, world: World) -> None:
    """And nothing is stored of another."""
    minh = world.user("minh")
    with refused("account.language_unknown"):
        actions.choose_language(user=minh, language=language, by=world.actors["minh"])
    assert User.objects.get(pk=minh.pk).language == "vi"


def test_an_account_is_its_name(world: World) -> None:
    """As the pages print it."""
    assert str(world.user("lan")) == "Nguyễn Thị Lan"
