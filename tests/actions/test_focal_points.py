"""Whom to turn to in a body: by duty, whoever holds it."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import focal_points
from phoihop.organisations.models import FocalPoint
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, version_faults

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def duty(world: World, holder: str = "lan", **other: Any) -> dict[str, Any]:
    """The words with which a focal point is appointed."""
    words: dict[str, Any] = {
        "body": world.bodies["ban"],
        "duty": "Đầu mối chương trình phối hợp",
        "mailbox": "phoihop@lamkhe.gov.vn",
        "holder": world.user(holder),
        "since": BEGAN,
        "on": clock.today(),
    }
    return words | other


def test_holders_follow_one_another_and_the_mailbox_stays(world: World) -> None:
    with acting(world, "quang") as by:
        focal_points.appoint(by=by, **duty(world))
        deputy: dict[str, Any] = {"deputy": world.user("dung"), "deputy_until": JULY}
        focal_points.appoint(by=by, **duty(world, "hoa", since=JUNE, **deputy))
    first, second = every(FocalPoint)
    assert (first.holder.name, first.until) == ("Nguyễn Thị Lan", JUNE)
    assert (second.holder.name, second.until) == ("Trần Thị Hoa", None)
    assert first.mailbox == second.mailbox
    assert last_entry().did == "focal_point.appointed"
    assert [f.pk for f in FocalPoint.objects.on(JUNE)] == [second.pk]
    assert version_faults() == []


def test_one_holds_a_duty_at_a_time(world: World) -> None:
    with acting(world, "quang") as by:
        focal_points.appoint(by=by, **duty(world, since=JUNE))
        for since in (BEGAN, JUNE):
            with refused("focal_point.overlaps", field="since"):
                # However many blanks stand between the words.
                words = "Đầu mối  chương trình phối hợp "
                focal_points.appoint(
                    by=by, **duty(world, "hoa", since=since, duty=words)
                )
        focal_points.appoint(by=by, **duty(world, "hoa", duty="Tiếp nhận kiến nghị"))


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"holder": "minh"}, "focal_point.not_of_body"),
        ({"deputy": "minh", "deputy_until": JULY}, "focal_point.not_of_body"),
        ({"since": date(2026, 1, 4)}, "focal_point.not_of_body"),
        ({"deputy": "hoa"}, "focal_point.deputy_needs_end"),
        ({"deputy_until": JULY}, "focal_point.deputy_needs_end"),
        ({"deputy": "hoa", "deputy_until": BEGAN}, "organisation.span_empty"),
        ({"deputy": "lan", "deputy_until": JULY}, "focal_point.deputy_is_holder"),
        ({"mailbox": "lan.nguyen@lamkhe.gov.vn"}, "focal_point.mailbox_personal"),
        ({"mailbox": "NguyenThiLan@lamkhe.gov.vn"}, "focal_point.mailbox_personal"),
    ],
)
def test_who_and_where_must_be_so(
    world: World, other: dict[str, Any], code: str
) -> None:
    people: dict[str, Any] = {
        k: world.user(v) for k, v in other.items() if k in ("holder", "deputy")
    }
    with acting(world, "quang") as by, refused(code):
        focal_points.appoint(by=by, **(duty(world) | other | people))


def test_a_persons_own_address_is_no_mailbox_of_a_duty(world: World) -> None:
    User.objects.filter(username="hoa").update(email="truongphong@lamkhe.gov.vn")
    with (
        acting(world, "quang") as by,
        refused("focal_point.mailbox_personal", field="mailbox"),
    ):
        mailbox = "TruongPhong@lamkhe.gov.vn"
        focal_points.appoint(by=by, **duty(world, mailbox=mailbox))


def test_a_duty_ends(world: World) -> None:
    with acting(world, "quang") as by:
        held = focal_points.appoint(by=by, **duty(world))
        on = clock.today()
        with refused("organisation.span_empty", field="until"):
            focal_points.end(focal_point=held, seen=1, until=BEGAN, by=by, on=on)
        focal_points.end(focal_point=held, seen=1, until=JUNE, by=by, on=on)
        with refused("directory.already_ended"):
            focal_points.end(focal_point=held, seen=2, until=JULY, by=by, on=on)
    assert last_entry().did == "focal_point.ended"
    assert version_faults() == []


@pytest.mark.parametrize("name", [n for n in PEOPLE if n not in ("quang", "hanh")])
def test_nobody_else_appoints_or_ends_one(world: World, name: str) -> None:
    with acting(world, "quang") as by:
        held = focal_points.appoint(by=by, **duty(world))
    with forbidden_to(world, name, ROLE) as by:
        focal_points.appoint(by=by, **duty(world))
    with forbidden_to(world, name, ROLE) as by:
        on = clock.today()
        focal_points.end(focal_point=held, seen=1, until=JUNE, by=by, on=on)


def test_the_admin_appoints_none_in_another_body(world: World) -> None:
    with forbidden_to(world, "quang", STRANGER) as by:
        words = duty(world, "minh") | {"body": world.bodies["so"]}
        focal_points.appoint(by=by, **words)
