"""The pages of reviews: how one begins, and what an empty one says."""

from django.urls import reverse

from phoihop import clock
from phoihop.reports.actions import reviews
from phoihop.reports.models import ReviewKind
from tests import kept_reviews
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.words import sheet


def test_a_first_review_goes_to_the_other_parties(
    world: World, sign_in: SignIn
) -> None:
    """Of the newest year that there is a plan of."""
    address = reverse("review_create", args=[world.programme.pk])
    form = sign_in("lan").get(address).context["form"]
    assert form["year"].value() == world.plan.year
    recipients = form["recipients"].value().splitlines()
    assert "Sở Nội vụ tỉnh Lam Khê" in recipients
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê" not in recipients
    assert form["place"].value() == ""


def test_the_next_one_leaves_as_the_last_one_did(world: World, sign_in: SignIn) -> None:
    kept_reviews.review(world)
    address = reverse("review_create", args=[world.programme.pk])
    form = sign_in("lan").get(address).context["form"]
    assert form["place"].value() == kept_reviews.PLACE
    assert form["office"].value() == kept_reviews.OFFICE
    assert form["recipients"].value() == kept_reviews.RECIPIENT
    other = sign_in("minh").get(address).context["form"]
    assert other["office"].value() == ""


def test_a_review_of_days_before_the_records_says_why_it_is_empty(
    world: World, sign_in: SignIn
) -> None:
    with acting(world, "lan") as lan:
        empty = reviews.begin(
            programme=world.programme,
            plan=None,
            kind=ReviewKind.ANNUAL,
            year=2027,
            day=clock.today(),
            place="Lam Khê",
            office="TRƯỞNG BAN",
            recipients="",
            by=lan,
            on=clock.today(),
        )
    client = sign_in("lan")
    shown = sheet(client.get(reverse("review", args=[empty.pk])))
    assert "hệ thống chưa ghi nhiệm vụ nào của năm 2027" in shown


def test_what_is_left_empty_is_said_not_to_be_printed(
    world: World, sign_in: SignIn
) -> None:
    """And the trail names the day and the person by their own words."""
    review = kept_reviews.review(world)
    shown = sheet(sign_in("lan").get(reverse("review", args=[review.pk])))
    assert "hệ thống chưa ghi" not in shown
    assert "phần để trống không in ra văn bản" in shown
    assert "Số liệu đến hết ngày" in shown
    assert "Từ ngày" not in shown
    assert world.user("lan").name in shown
