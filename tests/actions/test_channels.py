"""The channels that are a body's own."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import channels
from phoihop.organisations.models import Channel, ChannelKind
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, version_faults

K = ChannelKind
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def channel(world: World, body: str = "ban", **other: Any) -> dict[str, Any]:
    """The words with which a channel is registered."""
    words: dict[str, Any] = {
        "body": world.bodies[body],
        "kind": K.FACEBOOK,
        "name": "Tuyên giáo Lam Khê",
        "url": "https://www.facebook.com/TuyenGiaoLamKhe/",
        "registered_on": BEGAN,
        "decision": "Quyết định số 7-QĐ/BTGDVTU",
        "on": clock.today(),
    }
    return words | other


def test_the_admin_registers_a_channel_in_its_one_form(world: World) -> None:
    with acting(world, "quang") as by:
        channels.register(by=by, **channel(world))
    (row,) = every(Channel)
    assert row.url == "https://facebook.com/tuyengiaolamkhe"
    assert last_entry().did == "channel.registered"
    assert version_faults() == []


def test_an_address_is_the_channel_of_one_body(world: World) -> None:
    with acting(world, "hanh") as by:
        held = channels.register(by=by, **channel(world))
        other: dict[str, Any] = {"url": "https://m.facebook.com/tuyengiaolamkhe?ref=x"}
        for body in ("ban", "so"):
            with refused("channel.taken", field="url"):
                channels.register(by=by, **channel(world, body, **other))
        on = clock.today()
        with refused("organisation.span_empty", field="withdrawn_on"):
            channels.withdraw(channel=held, seen=1, withdrawn_on=BEGAN, by=by, on=on)
        channels.withdraw(channel=held, seen=1, withdrawn_on=JUNE, by=by, on=on)
        with refused("directory.already_ended"):
            channels.withdraw(channel=held, seen=2, withdrawn_on=JULY, by=by, on=on)
        with refused("channel.taken", field="url"):
            channels.register(by=by, **channel(world, "so", registered_on=BEGAN))
        channels.register(by=by, **channel(world, "so", registered_on=JUNE))
    assert [c.url for c in Channel.objects.on(JUNE)] == [held.url]
    assert version_faults() == []


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"url": "http://facebook.com/lamkhe"}, "channel.not_https"),
        ({"url": "facebook.com/lamkhe"}, "channel.not_https"),
        ({"url": "https://lan@facebook.com/lamkhe"}, "channel.not_https"),
        ({"url": "https://facebook.com/"}, "channel.not_own"),
        ({"url": "https://facebook.com/groups/dongmay"}, "channel.not_own"),
        ({"url": "https://lamkhe.gov.vn"}, "channel.other_kind"),
        ({"kind": K.WEBSITE}, "channel.other_kind"),
        ({"decision": " "}, "channel.no_decision"),
    ],
)
def test_what_cannot_be_a_bodys_own_is_refused(
    world: World, other: dict[str, Any], code: str
) -> None:
    with acting(world, "quang") as by, refused(code):
        channels.register(by=by, **channel(world, **other))
    assert every(Channel) == []


@pytest.mark.parametrize("name", [n for n in PEOPLE if n not in ("quang", "hanh")])
def test_nobody_else_registers_or_withdraws_one(world: World, name: str) -> None:
    with acting(world, "quang") as by:
        held = channels.register(by=by, **channel(world))
    with forbidden_to(world, name, ROLE) as by:
        channels.register(by=by, **channel(world))
    with forbidden_to(world, name, ROLE) as by:
        on = clock.today()
        channels.withdraw(channel=held, seen=1, withdrawn_on=JUNE, by=by, on=on)


def test_the_admin_registers_none_for_another_body(world: World) -> None:
    with forbidden_to(world, "quang", STRANGER) as by:
        channels.register(by=by, **channel(world, "so"))
