"""The pages of a paper as pictures: who sees them, what they cost, what they may do."""

from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.documents import page_views
from phoihop.documents.models import Reading, ReadText
from phoihop.reading import jail
from phoihop.reading.page_view import PNG
from phoihop.refusals import Refused
from phoihop.scopes.context import unscoped
from tests.conftest import SignIn
from tests.documents.printed_papers import FIRST, NAME, plan
from tests.documents.stage import drafts_of, read
from tests.factories import World
from tests.pages.visiting import OWN, send
from tests.pages.words import sheet


@pytest.fixture(scope="module")
def printed() -> bytes:
    """A plan of two pages."""
    return plan()


@pytest.fixture
def reading(world: World, printed: bytes) -> Reading:
    """Lan's desk has a reading of it."""
    return read(world, data=printed, name=NAME)


def desk(reading: Reading, page: int = 0) -> str:
    address = reverse("review_desk", args=[reading.pk])
    return f"{address}?trang={page}" if page else address


def picture(reading: Reading, page: int = 1) -> str:
    return f"{reverse('reading_page', args=[reading.pk])}?trang={page}"


def test_a_page_is_given_as_a_picture_that_does_nothing(
    reading: Reading, sign_in: SignIn
) -> None:
    """Drawn by us, of one type, kept by no cache, and nothing in it would run."""
    answer = sign_in("lan").get(picture(reading))
    assert answer.content.startswith(PNG)
    assert b"%PDF" not in answer.content
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize("who", ["lan", "oanh", "minh", "cuc", "hanh"])
def test_who_sees_the_paper_sees_its_pages(
    reading: Reading, sign_in: SignIn, who: str
) -> None:
    expected = 200 if who in OWN else 404
    assert sign_in(who).get(picture(reading)).status_code == expected
    assert sign_in(who).get(desk(reading, 1)).status_code == expected


@pytest.mark.parametrize("page", ["3", "0x1", "-1", "99999", "٣"])
def test_what_no_link_says_is_not_there(
    reading: Reading, sign_in: SignIn, page: str
) -> None:
    lan = sign_in("lan")
    address = reverse("reading_page", args=[reading.pk])
    assert lan.get(address, {"trang": page}).status_code == 404
    assert lan.get(desk(reading), {"trang": page}).status_code == 404


def test_a_paper_without_pages_has_none(world: World, sign_in: SignIn) -> None:
    text, lan = read(world), sign_in("lan")
    assert lan.get(picture(text)).status_code == 404
    assert lan.get(desk(text, 1)).status_code == 404
    assert "Trang gốc" not in lan.get(desk(text)).content.decode()


def test_the_desk_with_a_page(
    reading: Reading, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert sheet(sign_in("lan").get(desk(reading, 1))) == snapshot


def test_a_page_costs_no_more_questions_than_the_text(
    reading: Reading, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    lan = sign_in("lan")
    for page in (0, 1, 2):
        with django_assert_num_queries(8):
            lan.get(desk(reading, page))
    with django_assert_num_queries(4):
        lan.get(picture(reading))


def test_a_duty_is_lit_where_it_stands(world: World, reading: Reading) -> None:
    """The words under its boxes are its words, and nothing but them."""
    with unscoped(because="a test looks at what is stored"):
        whole = Reading.objects.select_related("document__file", "read_text")
        seen = page_views.view(whole.get(pk=reading.pk), 1)
        text = ReadText.objects.get(reading=reading).text
    assert seen
    assert seen.fits
    (duty, _) = drafts_of(reading, "task")
    assert duty.start is not None
    assert duty.end is not None
    under = [s for s in seen.spots if s.start < duty.end and s.end > duty.start]
    assert " ".join(text[s.start : s.end] for s in under) == f"1. {FIRST}"
    assert len({s.top // 50 for s in under}) == 2


def test_a_reading_of_an_older_reader_is_not_lit_wrongly(
    reading: Reading, sign_in: SignIn
) -> None:
    """Its text was another one: the page is shown, and what to do is said."""
    with unscoped(because="a test makes what an older reader left"):
        rows = ReadText.objects.filter(reading=reading)
        rows.update(text="x" + rows.get().text[:-1])
    told = sign_in("lan").get(desk(reading, 1)).content.decode()
    assert "Đọc lại văn bản" in told
    assert "<rect" not in told
    assert "trang.png" in told


def test_while_others_are_read_the_desk_says_so(
    reading: Reading, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking is no attempt at anything: a sentence, and nothing is recorded."""

    def busy(data: bytes, *, page: int) -> Any:
        raise Refused("file.busy", field="file")

    monkeypatch.setattr(jail, "page_words", busy)
    monkeypatch.setattr(jail, "picture", busy)
    lan = sign_in("lan")
    said = lan.get(desk(reading, 1))
    assert said.status_code == 200
    assert "Hệ thống đang đọc nhiều tệp" in said.content.decode()
    assert lan.get(picture(reading)).status_code == 503


def test_a_decision_comes_back_to_the_page(reading: Reading, sign_in: SignIn) -> None:
    (duty, _) = drafts_of(reading, "task")
    answer = send(sign_in("lan"), desk(reading, 2), do=f"accept {duty.pk} 1")
    assert answer.url == f"{desk(reading, 2)}#nhap-{duty.pk}"
