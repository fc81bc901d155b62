"""Vietnamese first, English by choice: kept per person, and before signing in."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import User
from phoihop.almanac import shipped
from phoihop.organisations.actions import people
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.roles import Role
from phoihop.pages import gallery
from tests import agreed, factories, kept, kept_confirmations, kept_reviews
from tests.by_turns import HOW_MANY, some
from tests.conftest import SignIn
from tests.documents.stage import PLAN
from tests.documents.stage import WRITTEN as PAPERS
from tests.factories import PASSWORD, World
from tests.pages.visiting import FORMS, OPEN, PAGES, Page, by_name, send
from tests.readings import TEXT

pytestmark = pytest.mark.anywhere

# A letter that no English word has.
VIETNAMESE = re.compile(r"[À-ÖØ-öø-ỹ]")
# Names stay as they are in every language.
NAMES = ("Tiếng Việt", "Phối Hợp", "Việt Nam", "Hùng")
# Lists of bodies are written in Vietnamese: a column and the words known in it.
COLUMNS = ("<small>Cấp: ", "trung ương, tỉnh, huyện or xã")


def named(page: Page) -> str:
    return page.name


def choose(client: Client, language: str, **also: str) -> Any:
    return client.post(reverse("switch_language"), {"language": language, **also})


def lang(answer: Any) -> str:
    found = re.search(r'<html lang="([^"]*)"', answer.content.decode())
    assert found is not None
    assert answer["Content-Language"] == found.group(1)
    return found.group(1)


def test_a_page_is_vietnamese_whatever_the_browser_prefers(world: World) -> None:
    answer = Client().get(reverse("sign_in"), headers={"accept-language": "en-GB,en"})
    assert lang(answer) == "vi"


@pytest.mark.parametrize("page", [*PAGES, *OPEN], ids=named)
def test_every_page_says_its_language(
    world: World, sign_in: SignIn, page: Page
) -> None:
    client = sign_in(page.seen_by[0])
    for language in ("en", "vi"):
        choose(client, language)
        assert lang(client.get(page.address(world))) == language


def test_before_signing_in_a_cookie_keeps_it(world: World) -> None:
    client = Client()
    answer = choose(client, "en", next=reverse("sign_in"))
    assert answer.url == reverse("sign_in")
    assert answer.cookies["ngon_ngu"]["httponly"]
    assert lang(client.get(reverse("sign_in"))) == "en"


def test_signed_in_it_is_kept_at_the_person(world: World, sign_in: SignIn) -> None:
    choose(sign_in("lan"), "en")
    # On another machine as well.
    elsewhere = Client()
    form = {"username": "lan", "password": PASSWORD}
    assert lang(elsewhere.post(reverse("sign_in"), form, follow=True)) == "en"
    assert lang(sign_in("minh").get(reverse("desk"))) == "vi"


def test_ones_own_language_counts_more_than_the_cookie(world: World) -> None:
    client = Client()
    choose(client, "en")
    client.force_login(world.user("lan"))
    assert lang(client.get(reverse("desk"))) == "vi"


@pytest.mark.parametrize("language", ["", "fr", "VI", "en-GB"])
def test_a_language_that_is_not_offered_changes_nothing(
    world: World, sign_in: SignIn, language: str
) -> None:
    client = sign_in("lan")
    choose(client, language)
    assert lang(client.get(reverse("desk"))) == "vi"


def test_the_page_read_is_shown_again_in_the_other_language(
    world: World, sign_in: SignIn
) -> None:
    address = by_name("tasks").address(world) + "?han=at_risk"
    assert choose(sign_in("lan"), "en", next=address).url == address


# The sentences of an official paper, which the page marks as Vietnamese.
MARKED = re.compile(r'<(\w+) lang="vi">[^<]*</\1>')
# What stands between tags, and in an attribute: the review desk cuts a paper up.
PIECE = re.compile(r"(>|=\")([^<>\"]+)(<|\")")
SHOWN = tuple(" ".join(paper.split()) for paper in (PLAN, TEXT))


def content(world: World) -> list[str]:
    """What people wrote: it is shown in every language as it stands, longest first."""
    written = [name for name, _type, _level in factories.BODIES.values()]
    written += [name for name, _body, _role in factories.PEOPLE.values()]
    written += [world.programme.title, world.plan.title]
    written += [task.text for task in world.plan.tasks.all()]
    written += [*kept.WRITTEN, *factories.WRITTEN, *agreed.WRITTEN, *COLUMNS]
    written += [*kept_reviews.WRITTEN, *kept_confirmations.WRITTEN, *PAPERS]
    written += ["Tập huấn báo cáo viên cấp xã", "Sở Nội vụ", "“Số:”"]
    written += ["«trước ngày 30/6/2026»", "«quý III/2026»", "“chủ trì, phối hợp”"]
    days = shipped.calendar(None).special_days(2026)
    written += [day.source for day in days if day.source]
    return sorted((*written, *NAMES), key=len, reverse=True)


def interface(answer: Any, written: list[str]) -> str:
    """The whole page, attributes too, without what people wrote."""
    html = MARKED.sub("", str(answer.content.decode()))
    html = PIECE.sub(_without_paper, html)
    for text in sorted(written, key=len, reverse=True):
        html = html.replace(text, "")
    return PIECE.sub(_without_paper, html)


def _without_paper(found: re.Match[str]) -> str:
    """A piece of text or an attribute that is a piece of a paper is no interface."""
    words = " ".join(unescape(found[2]).split())
    told = words and any(words in paper for paper in SHOWN)
    return f"{found[1]}{found[3]}" if told else found[0]


def vietnamese_in(html: str) -> list[str]:
    """The lines that have a Vietnamese letter."""
    return [line.strip() for line in html.splitlines() if VIETNAMESE.search(line)]


@pytest.fixture
def english(world: World, sign_in: SignIn) -> SignIn:
    """Everybody reads English; lan is also in a second body."""
    User.objects.update(language="en")
    people.give_role(
        person=world.user("lan"),
        body=world.bodies["so"],
        role=Role.OBSERVER,
        since=date(2026, 6, 1),
        by=command_line(),
        on=date(2026, 6, 15),
    )
    return sign_in


@pytest.fixture
def written(world: World) -> list[str]:
    with scoped(world.actors["lan"]):
        return content(world)


@HOW_MANY
@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_vietnamese_is_left_on_an_english_page(
    world: World, english: SignIn, written: list[str], page: Page, all_of_them: bool
) -> None:
    for name in some(page.seen_by, page.name, all_of_them=all_of_them):
        answer = english(name).get(page.address(world), follow=True)
        # Behind its legend the desk is a paper cut up; its own words are looked at in
        # the gallery, which shows each part of it.
        shown = interface(answer, written).partition('<ul class="legend"')[0]
        assert not vietnamese_in(shown), name


def test_none_is_left_at_the_door_either(world: World) -> None:
    client = Client()
    choose(client, "en")
    answer = client.get(reverse("sign_in"))
    assert not vietnamese_in(interface(answer, list(NAMES)))
    answer = client.post(reverse("sign_in"), {"username": "", "password": ""})
    assert not vietnamese_in(interface(answer, list(NAMES)))


def test_none_is_left_in_the_gallery_but_for_its_samples(world: World) -> None:
    client = Client()
    choose(client, "en")
    answer = client.get(reverse("gallery"))
    samples = [str(task[key]) for task in gallery._tasks() for key in ("title", "lead")]
    samples += [str(e[key]) for e in gallery._history() for key in ("who", "body")]
    samples += [
        "theo công văn số 12",
        "trùng nhiệm vụ 12",
        "Sở Nội vụ chủ trì, phối hợp với các cơ quan tổ chức thực hiện. Hoàn thành "
        "trước 30/6/2026.",
        "84-KH/HĐND-BTGTU, mục 2",
        "Chương trình 05/CTr-PH",
        "Kế hoạch 2026",
        *("II. Thông tin, tuyên truyền", "Nguyễn Thị Lan", "Sở Tư pháp"),
        *("84-KH/HĐND-BTGTU", "Kế hoạch số 05-KH/TU ngày 20/02/2025", "quý II/2026"),
        *(" chủ trì.", " Hoàn thành trước 30/6/2026.", ">kế hoạch<"),
        " tổ chức hội nghị, xong trước ngày 30/6/2026.",
        *(" tổ chức hội nghị, ", "xong trước ngày 30/6/2026."),
        *("Sở Nội vụ tỉnh Lam Khê", "Sở Tư pháp tỉnh Lam Khê", " phối hợp với "),
        *("«trước ngày 30/6/2026»", "“chủ trì, phối hợp”", "1. ", " chủ trì, "),
        "Sở Nội vụ",
        "Sở Tài chính",
        "Tổng hợp kiến nghị của cử tri trước ngày 20.",
        "Tổng hợp, phân loại kiến nghị của cử tri.",
    ]
    kept = sorted((*samples, *NAMES), key=len, reverse=True)
    assert not vietnamese_in(interface(answer, kept))


@pytest.mark.parametrize("page", FORMS, ids=named)
def test_none_is_left_on_a_form_that_is_sent_empty_or_wrong(
    world: World, english: SignIn, written: list[str], page: Page
) -> None:
    client, address = english(page.seen_by[-1]), page.address(world)
    wrong = {
        "title": "x", "text": "x", "name": "x", "first_year": "1", "last_year": "1",
        "year": "x", "lead": "x", "members": "x", "partners": "x", "due_date": "x",
        "valid_from": "x", "valid_to": "x", "founded_on": "x", "above": "x",
        "person": "x", "role": "x", "since": "x", "until": "x", "type": "x",
        "level": "x", "username": "x", "password": "x", "seen": "x",
    }  # fmt: skip
    for typed in ({}, wrong, {**wrong, "idempotency_key": ""}):
        answer = send(client, address, **typed)
        assert not vietnamese_in(interface(answer, written))


def test_none_is_left_where_there_is_no_page(world: World, english: SignIn) -> None:
    answer = english("lan").get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert not vietnamese_in(interface(answer, list(NAMES)))
