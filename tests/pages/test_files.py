"""Files by the browser: handed in, looked at, kept or refused, and listed."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.files import examining
from phoihop.files.models import StoredFile
from phoihop.pages import asked
from phoihop.reading import jail
from phoihop.reading.extracted import Extracted
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.papers import NAME, TEXT, address, hand_in, kept, stored_bytes, take
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet
from tests.witness import every, last_entry, said

# --- handing in --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lan", "hoa", "dung", "cuc"])
def test_a_file_is_handed_in_and_stands_in_the_list(
    world: World, sign_in: SignIn, name: str
) -> None:
    client = sign_in(name)
    assert leads_to(hand_in(client)) == reverse("files")
    (file,) = every(StoredFile)
    assert (file.name, file.kind, file.size) == (NAME, "txt", len(TEXT))
    assert file.scope_id == world.actors[name].organisation.desk_id  # type: ignore[union-attr]  # nobody here is the operator
    assert NAME in sheet(client.get(reverse("files")))
    assert take(client, file)[1] == TEXT


@pytest.mark.parametrize("name", ["quang", "oanh", "thu", "hanh"])
def test_whoever_may_not_hand_in_is_told_before_anything_is_read(
    world: World, sign_in: SignIn, monkeypatch: Any, name: str
) -> None:
    monkeypatch.setattr(examining, "examine", pytest.fail)
    answer = hand_in(sign_in(name))
    assert answer.status_code == 403
    assert sentence(Refused("permission.role")) in sheet(answer)
    assert (every(StoredFile), stored_bytes()) == ([], [])


def test_the_form_asks_for_a_file(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    client = sign_in("lan")
    first = client.get(reverse("file_receive"))
    assert 'enctype="multipart/form-data"' in first.content.decode()
    assert sheet(first) == snapshot
    without = send(client, reverse("file_receive"))
    assert without.status_code == 422
    assert "Chọn tệp cần nhận." in sheet(without)
    empty = hand_in(client, b"")
    assert empty.status_code == 422
    assert "Tệp này không có nội dung." in sheet(empty)


def test_sent_twice_it_is_kept_once(world: World, sign_in: SignIn) -> None:
    client, key = sign_in("lan"), str(uuid4())
    for _ in range(2):
        assert hand_in(client, idempotency_key=key).status_code == 302
    assert len(every(StoredFile)) == 1
    assert len(stored_bytes()) == 1


@pytest.mark.parametrize(
    ("data", "name"), [(TEXT + b"\n", NAME), (TEXT, "Kế hoạch quý IV.txt")]
)
def test_the_same_key_with_another_file_is_said(
    world: World, sign_in: SignIn, data: bytes, name: str
) -> None:
    """The fingerprint covers the bytes and the name, not only what was typed."""
    client, key = sign_in("lan"), str(uuid4())
    hand_in(client, idempotency_key=key)
    answer = hand_in(client, data, name, idempotency_key=key)
    assert answer.status_code == 422
    assert sentence(Refused("post.sent_with_other_content")) in sheet(answer)
    assert len(every(StoredFile)) == 1


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        ("Số: 12-KH/TU\nMẬT\nKế hoạch".encode(), NAME, "file.classified"),
        (TEXT, "Kế hoạch (TỐI MẬT).txt", "file.classified"),
        (TEXT, "Đơn của ông Nguyễn Văn Bình.txt", "screening.personal_data"),
        (b"MZ\x90\0" + TEXT, "ke-hoach.docx", "file.type_lies"),
        (TEXT, "chay-thu.exe", "file.type_unknown"),
        (TEXT, "...", "file.name_missing"),
    ],
)
def test_what_may_not_come_in_is_refused_by_name_and_nothing_is_kept(
    world: World, sign_in: SignIn, data: bytes, name: str, code: str
) -> None:
    answer = hand_in(sign_in("lan"), data, name)
    assert answer.status_code == 422
    told = answer.context["form"].refused
    assert told.code == code
    assert sentence(told) in sheet(answer)
    assert name not in answer.content.decode()
    assert (every(StoredFile), stored_bytes()) == ([], [])
    entry = last_entry()
    assert (entry.did, entry.actor_id) == ("refused", world.user("lan").pk)
    assert said(entry)["after"] == {"code": code, "route": "file_receive"}


def scan(needs_person: bool = True) -> Any:
    """What the reader says of a paper of which some pages are pictures."""
    return lambda data, *, name, body: Extracted(kind="pdf", needs_person=needs_person)


def test_what_no_machine_can_read_is_taken_on_a_persons_word(
    world: World, sign_in: SignIn, monkeypatch: Any, snapshot: SnapshotAssertion
) -> None:
    """First asked for, then recorded as said by a person and not checked."""
    monkeypatch.setattr(jail, "extract", scan())
    client = sign_in("lan")
    asked = hand_in(client, b"%PDF-", "ban-quet.pdf")
    assert asked.status_code == 422
    assert sheet(asked) == snapshot
    assert every(StoredFile) == []
    assert leads_to(hand_in(client, b"%PDF-", "ban-quet.pdf", declared="on"))
    (file,) = every(StoredFile)
    assert file.checked == "person"
    assert said(last_entry())["after"]["checked"] == "person"
    assert "máy chưa kiểm tra được" in sheet(client.get(reverse("files")))


def test_nobody_vouches_for_what_a_machine_has_read(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("lan")
    assert "declared" not in client.get(reverse("file_receive")).content.decode()
    hand_in(client, declared="on")
    assert every(StoredFile)[0].checked == "machine"
    stamped = "TUYỆT MẬT\nnội dung".encode()
    assert hand_in(client, stamped, declared="on").status_code == 422


# --- the list ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lan", "oanh", "cuc"])
def test_the_list_holds_the_files_of_ones_own_circles(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    kept(world)
    kept(world, "Bảng số liệu.csv", b"a,b\n" * 400, kind=StoredFile.Kind.CSV)
    assert sheet(sign_in(name).get(reverse("files"))) == snapshot


def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    file, client = kept(world), sign_in("lan")
    for page, count in (
        (reverse("files"), 5),
        (reverse("file_receive"), 3),
        (address(file), 4),
    ):
        with django_assert_num_queries(count):
            b"".join(client.get(page))


def test_the_pager_shows_each_file_once_the_newest_first(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    made = [kept(world, f"Tệp số {n}.txt").pk for n in range(asked.ROWS + 7)]
    client, at, read = sign_in("lan"), reverse("files"), []
    while at:
        with django_assert_num_queries(5):
            answer = client.get(at)
        read += [file.pk for file in answer.context["files"]]
        at = answer.context["next"]
    assert read == sorted(made, reverse=True)


def test_the_desk_leads_to_the_files(world: World, sign_in: SignIn) -> None:
    assert "[Tệp của đơn vị]" in sheet(sign_in("lan").get(reverse("desk")))
