"""What one is told: on its page, in the bar of every page, until it is read."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop import clock
from phoihop.notices.models import Notice
from phoihop.organisations.actions import people
from phoihop.organisations.models import ScopeMember
from phoihop.organisations.roles import Role
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.factories import World
from tests.notices.stage import job_of, told
from tests.pages.visiting import send
from tests.pages.words import sheet, words


@pytest.fixture
def news(world: World) -> World:
    """Two jobs that lan, minh and cuc are told of, one of each circle of ban."""
    told(world, "lan", "minh", "cuc", job=job_of(world, "lan", world.plan.scope))
    told(
        world, "lan", "minh", "cuc", job=job_of(world, "lan", world.bodies["ban"].desk)
    )
    return world


@pytest.mark.parametrize("name", ["lan", "minh", "cuc", "hanh"])
def test_everybody_reads_what_concerns_them(
    news: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(reverse("notices"))) == snapshot


def test_the_page_asks_as_often_as_written_here(
    news: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in("lan")
    with django_assert_num_queries(7):
        client.get(reverse("notices"))


def unread(page: Any) -> str:
    """What the bar says beside the notices."""
    (line,) = [one for one in words(page).splitlines() if one.startswith("[Thông báo")]
    return line


@pytest.mark.parametrize(("name", "count"), [("lan", 3), ("minh", 2), ("cuc", 1)])
def test_the_bar_counts_what_is_unread_in_ones_circles(
    news: World, sign_in: SignIn, name: str, count: int
) -> None:
    """One's own role is one of them; jobs of circles that one is not in are none."""
    assert (
        unread(sign_in(name).get(reverse("tasks"))) == f"[Thông báo {count} chưa đọc]"
    )


def test_what_is_marked_as_read_is_counted_no_more(
    news: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    newest = Notice.objects.filter(person=news.user("lan")).latest("pk").pk
    send(client, reverse("notices"), newest=newest)
    page = client.get(reverse("notices"))
    assert unread(page) == "[Thông báo]"
    assert "mới" not in sheet(page).split("Trạng thái")[1]
    assert Notice.objects.filter(person=news.user("minh")).unseen().count() == 3


def test_what_came_after_the_page_was_read_stays_new(
    news: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    newest = Notice.objects.filter(person=news.user("lan")).latest("pk").pk
    told(news, "lan", job=job_of(news, "lan", news.plan.scope))
    send(client, reverse("notices"), newest=newest)
    assert unread(client.get(reverse("notices"))) == "[Thông báo 1 chưa đọc]"


def test_whoever_is_not_of_the_body_any_more_is_shown_nothing_of_it(
    news: World, sign_in: SignIn
) -> None:
    assert "Xuất nhật ký" in sheet(sign_in("minh").get(reverse("notices")))
    place = ScopeMember.objects.get(
        scope=news.plan.scope, organisation=news.bodies["so"]
    )
    place.change(seen=place.version, until=clock.today())
    page = sign_in("minh").get(reverse("notices"))
    assert "Xuất nhật ký" not in sheet(page)
    assert unread(page) == "[Thông báo 1 chưa đọc]"


def test_a_notice_leads_to_what_it_is_about(news: World, sign_in: SignIn) -> None:
    page = sign_in("lan").get(reverse("notices")).content.decode()
    job = Notice.objects.filter(kind="job.done").earliest("pk").subject
    assert f'<a href="{reverse("job", args=[job])}">' in page


def test_an_english_reader_is_told_in_english(news: World, sign_in: SignIn) -> None:
    client = sign_in("lan")
    client.post(reverse("switch_language"), {"language": "en"})
    assert "“Trail export” is done." in sheet(client.get(reverse("notices")))


def test_the_pager_shows_every_notice_once(world: World, sign_in: SignIn) -> None:
    job = job_of(world, "lan", world.plan.scope)
    for number in range(120):
        told(world, "lan", job=job, event=str(number))
    client, address, count = sign_in("lan"), reverse("notices"), 0
    while address:
        answer = client.get(address)
        count += len(answer.context["told"])
        address = answer.context["next"]
    assert count == 121


def test_a_role_that_was_given_is_news_on_the_next_page(
    world: World, sign_in: SignIn
) -> None:
    with acting(world, "quang") as by:
        people.give_role(
            person=world.user("lan"), body=world.bodies["ban"], role=Role.OBSERVER,
            since=clock.today(), by=by, on=clock.today(),
        )  # fmt: skip
    told_now = sheet(sign_in("lan").get(reverse("notices")))
    assert "Bạn được cấp vai trò người theo dõi." in told_now
