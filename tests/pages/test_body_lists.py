"""The pages of a list of bodies: handed in, looked through, entered, taken back."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.organisations.models import BodyList, Organisation
from phoihop.organisations.rules import body_list as rules
from phoihop.reading.jail import extract
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.visiting import by_name
from tests.pages.words import sheet, words
from tests.sheets import body, workbook
from tests.witness import every

LINES = [
    body("Sở Tư pháp tỉnh Lam Khê", symbol="STP"),
    body("Phòng Hộ tịch", superior="Sở Tư pháp tỉnh Lam Khê"),
    body("Sở Nội vụ tỉnh Lam Khê"),
    body("Phòng Lạ", type="kiểu lạ"),
]


def hand_in(client: Any, data: bytes, name: str = "danh-sach.xlsx") -> Any:
    """The form with this file, sent."""
    file = SimpleUploadedFile(name, data)
    typed = {"idempotency_key": str(uuid4()), "file": file}
    return client.post(reverse("body_list_receive"), typed)


def press(client: Any, kept: BodyList) -> Any:
    """The one button of the page of a list."""
    typed = {"idempotency_key": str(uuid4()), "seen": str(kept.version)}
    return client.post(reverse("body_list", kwargs={"pk": kept.pk}), typed)


@pytest.mark.parametrize(
    ("name", "count"), [("body_list_receive", 3), ("body_list", 5)]
)
def test_each_page_and_how_often_it_asks(
    world: World,
    sign_in: SignIn,
    snapshot: SnapshotAssertion,
    django_assert_num_queries: Any,
    name: str,
    count: int,
) -> None:
    client, address = sign_in("hanh"), by_name(name).address(world)
    with django_assert_num_queries(count):
        answer = client.get(address)
    assert sheet(answer) == snapshot


def test_a_list_goes_from_the_sheet_into_the_directory_and_back(
    world: World, sign_in: SignIn
) -> None:
    client, before = sign_in("hanh"), len(every(Organisation))
    answer = hand_in(client, workbook(LINES))
    (kept,) = every(BodyList)
    assert answer.headers["Location"] == reverse("body_list", kwargs={"pk": kept.pk})
    told = words(client.get(answer.headers["Location"]))
    assert "Nhập 2 đơn vị" in told
    assert "Loại: loại chưa rõ" in told
    assert len(every(Organisation)) == before

    assert press(client, kept).status_code == 302
    assert len(every(Organisation)) == before + 2
    directory = reverse("organisations")
    assert "Phòng Hộ tịch" in words(client.get(directory))

    (kept,) = every(BodyList)
    assert "Hoàn tác" in words(client.get(answer.headers["Location"]))
    assert press(client, kept).status_code == 302
    assert "Phòng Hộ tịch" not in words(client.get(directory))


BAD = [
    ("a.xlsx", workbook([], heading=("A", "B")), "body_list.no_heading"),
    ("a.txt", "Sở Tư pháp".encode(), "body_list.not_a_sheet"),
    ("a.xlsx", b"PK\x03\x04 no zip", "file.corrupt"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD)
def test_a_bad_file_is_answered_at_its_field(
    world: World, sign_in: SignIn, name: str, data: bytes, code: str
) -> None:
    answer = hand_in(sign_in("hanh"), data, name)
    assert answer.status_code == 422
    assert answer.wsgi_request.refused.code == code
    assert sentence(answer.wsgi_request.refused) in words(answer)
    assert every(BodyList) == []


def test_a_line_with_personal_data_is_shown_by_its_number_only(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("hanh")
    answer = hand_in(client, workbook([body("Sở A, gọi 0912 345 678")]))
    told = words(client.get(answer.headers["Location"]))
    assert "dữ liệu cá nhân" in told
    assert "345" not in told


def test_the_pattern_can_be_handed_in_as_it_is(world: World, sign_in: SignIn) -> None:
    """Its headings are read and its example has no fault."""
    answer = sign_in("hanh").get(reverse("body_list_pattern"))
    listing = rules.read(extract(answer.content, name="mau.xlsx").sheets[0])
    assert [line.faults for line in listing.lines] == [()]
    assert answer.headers["Content-Disposition"].startswith("attachment")
