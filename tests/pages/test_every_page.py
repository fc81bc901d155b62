"""What holds for every page: who finds it, how many questions it asks, its headers."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.pages.urls import urlpatterns
from tests.by_turns import HOW_MANY, some
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import (
    EVERYBODY,
    GIVING,
    LEADING,
    LINKS,
    OPEN,
    PAGES,
    POSTED,
    Page,
    leads_to,
)

MOST_QUERIES = 12


def named(page: Page) -> str:
    return page.name


def test_every_page_of_the_map_is_visited() -> None:
    on_the_map = {pattern.name for pattern in urlpatterns}
    visited = {page.name for page in (*PAGES, *OPEN)}
    assert on_the_map == visited | {*POSTED, *LEADING, *GIVING}


@pytest.mark.anywhere
@HOW_MANY
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_is_there_for_those_it_concerns_and_for_nobody_else(
    world: World, sign_in: SignIn, page: Page, all_of_them: bool
) -> None:
    address = page.address(world)
    for name in some(EVERYBODY, page.name, all_of_them=all_of_them):
        answer = sign_in(name).get(address)
        if page.name == "desk" and name == "hanh":
            assert leads_to(answer) == reverse("organisations")
            continue
        expected = 200 if name in page.seen_by else 404
        assert answer.status_code == expected, name


@pytest.mark.anywhere
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_without_an_account_a_page_leads_to_the_door_and_back(
    world: World, page: Page
) -> None:
    address = page.address(world)
    answer = Client().get(address)
    assert leads_to(answer) == f"{reverse('sign_in')}?next={address}"


@pytest.mark.parametrize("page", OPEN, ids=named)
def test_an_open_page_needs_no_account(world: World, page: Page) -> None:
    assert Client().get(page.address(world)).status_code == 200


@HOW_MANY
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_asks_the_database_at_most_twelve_times(
    world: World,
    sign_in: SignIn,
    django_assert_max_num_queries: Any,
    page: Page,
    all_of_them: bool,
) -> None:
    for name in some(page.seen_by, page.name, all_of_them=all_of_them):
        client, address = sign_in(name), page.address(world)
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(address)


@pytest.mark.parametrize("name", POSTED)
def test_what_is_only_posted_cannot_be_opened(
    world: World, sign_in: SignIn, name: str
) -> None:
    assert sign_in("lan").get(reverse(name)).status_code == 405


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_pages_are_read_and_forms_posted_and_nothing_else(
    world: World, sign_in: SignIn, method: str
) -> None:
    answer = sign_in("lan").generic(method, reverse("task", args=[world.task.pk]))
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"


def test_the_bare_address_leads_to_the_desk(world: World, sign_in: SignIn) -> None:
    assert leads_to(sign_in("lan").get(reverse("start"))) == reverse("desk")


@pytest.mark.anywhere
@pytest.mark.parametrize("page", [*PAGES, *OPEN], ids=named)
def test_no_page_is_kept_framed_guessed_at_or_scripted_from_elsewhere(
    world: World, sign_in: SignIn, page: Page
) -> None:
    headers = sign_in(page.seen_by[0]).get(page.address(world)).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    referrer = "strict-origin" if page.name in LINKS else "same-origin"
    assert headers["Referrer-Policy"] == referrer
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


STRANGE = (
    "luc=hôm nào", "luc=2026-13-45", "luc=9999-12-31T23:59:59", "luc=0001-01-01",
    "luc=0001-01-01T00:00:00%2B14:00", "luc=%00", "luc=2019-01-01",
    "sau=1", "sau=~", "sau=1~2026-02-31", "sau=-1~2026", "sau=1~%00", "sau=%C2%B2~2026",
    "sau=99999999999999999999~2026-01-01", "sau=1~99999999999999999999",
    "truoc=abc", "truoc=-1", "truoc=9999999999999999999999", "truoc=%C2%B2",
    "han=sometime", "han=", "cua_toi=2", "ke_hoach=x", "ke_hoach=99999999999999999999",
    "ten=%00", "ten=" + "a" * 101, "ten=%25", "next=//elsewhere.example", "language=xx",
    "unknown=1&unknown=2",
)  # fmt: skip


def all_at_once(asked: Iterable[str]) -> list[str]:
    """As few addresses as hold each of these once: one value of each name in each."""
    by_name: dict[str, list[str]] = {}
    for one in asked:
        by_name.setdefault(one.partition("=")[0], []).append(one)
    return ["&".join(filter(None, row)) for row in zip_longest(*by_name.values())]


@pytest.mark.parametrize("page", [*PAGES, *OPEN], ids=named)
def test_a_strange_address_gives_the_page_or_no_page_and_never_a_fault(
    world: World, sign_in: SignIn, page: Page
) -> None:
    client = sign_in(page.seen_by[0])
    address = page.address(world)
    for asked in all_at_once(STRANGE):
        answer = client.get(f"{address}?{asked}")
        assert answer.status_code in (200, 404), asked


@pytest.mark.long
@pytest.mark.parametrize("page", [*PAGES, *OPEN], ids=named)
def test_nor_does_each_strange_thing_alone(
    world: World, sign_in: SignIn, page: Page
) -> None:
    client = sign_in(page.seen_by[0])
    address = page.address(world)
    for asked in STRANGE:
        answer = client.get(f"{address}?{asked}")
        assert answer.status_code in (200, 404), asked


@pytest.mark.parametrize("key", [0, 2**31, 2**63 - 1, 2**63, 10**30])
def test_a_key_that_no_row_has_is_no_page(
    world: World, sign_in: SignIn, key: int
) -> None:
    client = sign_in("hanh")
    for page in PAGES:
        if page.args(world):
            answer = client.get(reverse(page.name, args=[key]))
            assert answer.status_code == 404, page.name
