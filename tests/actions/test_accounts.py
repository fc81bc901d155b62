"""Verbs on one's own account."""

import pytest

from phoihop.accounts import actions
from phoihop.accounts.models import User
from phoihop.organisations.permissions import scoped
from phoihop.trail.reading import history
from tests.factories import PASSWORD, World
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


NEW = "đủ dài và không ai đoán"


def test_a_person_changes_their_password(world: World) -> None:
    """By the old one; every session of before ends."""
    minh = world.user("minh")
    actions.change_password(
        user=minh, old=PASSWORD, password=NEW, by=actions.Oneself(minh.pk)
    )
    now = User.objects.get(pk=minh.pk)
    assert now.check_password(NEW)
    assert now.get_session_auth_hash() != minh.get_session_auth_hash()
    assert last_entry().did == "account.password_changed"
    assert said(last_entry()) == {"before": None, "after": None}


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("sai mật khẩu", NEW, "account.password_wrong", "password_old"),
        (PASSWORD, "ngắn", "account.password_weak", "password"),
        (PASSWORD, "0123456789012", "account.password_weak", "password"),
    ],
)
def test_a_password_that_may_not_be_changes_nothing(
    old: str, new: str, code: str, field: str, world: World
) -> None:
    """Nor does whoever does not know the old one."""
    minh = world.user("minh")
    by = actions.Oneself(minh.pk)
    with refused(code, field=field):
        actions.change_password(user=minh, old=old, password=new, by=by)
    assert User.objects.get(pk=minh.pk).password == minh.password


def test_ending_sessions_ends_those_of_one_person(world: World) -> None:
    """And of nobody else; a second time ends those begun since."""
    minh, before = world.user("minh"), world.user("lan").get_session_auth_hash()
    seen = {minh.get_session_auth_hash()}
    for _ in range(2):
        minh.end_sessions()
        seen.add(minh.get_session_auth_hash())
    assert len(seen) == 3
    assert world.user("lan").get_session_auth_hash() == before


def test_an_account_is_its_name(world: World) -> None:
    """As the pages print it."""
    assert str(world.user("lan")) == "Nguyễn Thị Lan"
