"""A scan from its handing in to the desk: looked at, read page by page, or thrown out.

Lan hands in pictures of a plan of Lam Khê. What a page says is read by the real reader
in one test; the others put words into its mouth, so that they take no seconds.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from phoihop.documents.models import Document, Draft, ReadingState, ReadText
from phoihop.files.models import FileChecked, StoredFile
from phoihop.jobs.models import JobState
from phoihop.reading import programs, scans
from phoihop.scopes.context import unscoped
from phoihop.trail.models import Payload
from tests.conftest import SignIn
from tests.documents.stage import PLAN, drafts_of, job_of, read, reading_of, received
from tests.factories import World
from tests.hostile.papers import new_pdf, saved
from tests.jobs.stage import mended_and_worked, worked
from tests.pages.words import sheet
from tests.reading.scanned import needs_reader, page_of, scan
from tests.refused import refused
from tests.witness import every

NAME = "quet-ke-hoach.pdf"
UNREAD = "document.page_unread"
HALVES = PLAN.partition("I. NỘI DUNG")
PAGES = ("\n".join(HALVES[0].splitlines()), "".join(HALVES[1:]), "Trang ba. " * 20)
Words = tuple[str, str]
Look = Callable[..., Words]


def pictures(pages: int = 3) -> bytes:
    """As many pages on which something is drawn and nothing is written."""
    return saved(new_pdf(b"10 10 100 100 re f", pages=pages))


def says(*pages: str, stamps: dict[int, str] | None = None) -> Look:
    """A reader of pictures that says this of each page."""

    def look_at(paper: bytes, page: int, *, until: object = None) -> Words:
        return (stamps or {}).get(page, ""), pages[page - 1]

    return look_at


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[Look], None]:
    """Puts another reader of pictures in the place of the real one."""

    def put(look: Look) -> None:
        monkeypatch.setattr(scans, "look_at", look)
        monkeypatch.setattr(programs, "reader", lambda: ("", ""))

    return put


@needs_reader
def test_a_scan_is_read_and_waits_at_the_desk(world: World, sign_in: SignIn) -> None:
    """With the real reader: the number, the day and the duties come out of pictures."""
    lines = "\n".join(
        line[at : at + 62]
        for line in PLAN.splitlines()
        for at in range(0, 200, 62)
        if line[at : at + 62] or not at
    )
    reading = read(world, data=scan(page_of(lines, size=12.5)), name=NAME)
    assert reading.state == ReadingState.READY
    assert reading.document.file.checked == FileChecked.PICTURE
    (number,) = drafts_of(reading, "number")
    assert number.value["text"] == "84-KH/BTGDVTU"
    assert len(drafts_of(reading, "task")) == 2
    shown = sign_in("lan").get(reverse("review_desk", args=[reading.pk]))
    assert "Đọc từ ảnh: đối chiếu kỹ." in sheet(shown)


def test_each_page_is_a_part_in_its_place(world: World, reader: Any) -> None:
    reader(says(*PAGES))
    reading = read(world, data=pictures(), name=NAME)
    assert reading.state == ReadingState.READY
    (text,) = every(ReadText)
    assert [part[0] for part in text.parts] == ["page 1", "page 2", "page 3"]
    first, second, _ = text.parts
    assert text.text[first[1] : first[2]] == PAGES[0]
    assert text.text[second[1] : second[2]] == PAGES[1]
    assert drafts_of(reading, "task")


def test_whoever_waits_sees_how_many_pages_are_read(
    world: World, sign_in: SignIn, reader: Any, monkeypatch: Any
) -> None:
    client = sign_in("lan")
    seen: list[str] = []
    kept: list[Document] = []

    def look_at(paper: bytes, page: int, *, until: object = None) -> Words:
        if kept:
            shown = client.get(reverse("document", args=[kept[0].pk]))
            seen.append(sheet(shown))
        return "", PAGES[page - 1]

    monkeypatch.setattr("phoihop.jobs.running.EVERY_SECONDS", 0)
    reader(look_at)
    kept.append(received(world, data=pictures(), name=NAME))
    worked()
    assert len(seen) == 3
    for done, page in enumerate(seen):
        assert f"Đang đọc trang {done + 1} / 3." in page
        assert "máy đọc từng trang ảnh" in page


def test_the_first_and_last_page_are_looked_at_before_anything_is_kept(
    world: World, reader: Any
) -> None:
    for page in (1, 3):
        reader(says(*PAGES, stamps={page: "TỐI MẬT"}))
        with refused("file.classified", field="file"):
            received(world, data=pictures(), name=NAME, declared=True)
    assert (every(Document), every(StoredFile)) == ([], [])


@pytest.mark.parametrize("why", ["late", "missing", "silent"])
def test_what_the_machine_could_not_read_a_person_vouches_for(
    world: World, reader: Any, why: str
) -> None:
    def look_at(paper: bytes, page: int, *, until: object = None) -> Words:
        if why == "late":
            raise scans.Failed(late=True)
        if why == "missing":
            raise scans.NotThere
        return "", " ~ "

    reader(look_at)
    with refused("file.not_checked", field="declared"):
        received(world, data=pictures(), name=NAME)
    assert every(StoredFile) == []
    kept = received(world, data=pictures(), name=NAME, declared=True)
    assert kept.file.checked == FileChecked.PERSON


def test_a_stamp_on_a_page_between_throws_the_paper_out(
    world: World,
    sign_in: SignIn,
    reader: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    """Nothing of it stays: no byte, no name, no sum, no word; the person is told."""
    said = "Nội dung giữa trang không ai được thấy"
    reader(says(PAGES[0], f"{said}\nMẬT\n", PAGES[2]))
    document = received(
        world, data=pictures(), name="ten-rieng-4711.pdf", title="Riêng"
    )
    (before,) = every(StoredFile)
    with django_capture_on_commit_callbacks(execute=True):
        worked()
    reading = reading_of(document)
    assert (reading.state, reading.fault) == (ReadingState.FAILED, "file.classified")
    assert job_of(reading).state == JobState.DONE
    (after,) = every(StoredFile)
    assert (after.uuid, after.sha256) != (before.uuid, before.sha256)
    assert (every(ReadText), every(Draft)) == ([], [])
    held = [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]
    assert [path.name for path in held] == [str(after.uuid)]
    rows = [*every(Document), *every(StoredFile), *Payload.objects.all()]
    told = repr([[*vars(row).values()] for row in rows])
    told += repr(history_of(Document) + history_of(StoredFile))
    for gone in ("4711", "Riêng", before.sha256, str(before.uuid), said):
        assert gone not in told, gone
    shown = sheet(sign_in("lan").get(reverse("document", args=[document.pk])))
    assert "Tệp có dấu chỉ mức độ mật" in shown
    assert "Bỏ văn bản có dấu mật" in shown


def history_of(model: Any) -> list[dict[str, object]]:
    """Every version of every row, past every circle."""
    with unscoped(because="a test looks at what is stored"):
        return list(model.history.objects.values())


def test_bytes_thrown_out_in_a_transaction_that_fails_are_still_there(
    world: World, reader: Any, monkeypatch: Any
) -> None:
    reader(says(PAGES[0], "MẬT", PAGES[2]))
    document = received(world, data=pictures(), name=NAME)

    def broken(**named: object) -> None:
        raise ValueError

    with monkeypatch.context() as patched:
        patched.setattr("phoihop.trail.actions.erase", broken)
        worked()
    (file,) = every(StoredFile)
    assert file.sha256 == document.sha256
    mended_and_worked()
    assert reading_of(document).fault == "file.classified"
    (file,) = every(StoredFile)
    assert file.sha256 != document.sha256


def test_a_page_that_cannot_be_read_is_named(
    world: World, sign_in: SignIn, reader: Any
) -> None:
    def look_at(paper: bytes, page: int, *, until: object = None) -> Words:
        if page == 2:
            raise scans.Failed(late=True)
        return "", PAGES[0]

    reader(look_at)
    reading = read(world, data=pictures(), name=NAME)
    assert reading.fault == f"{UNREAD}:2"
    shown = sign_in("lan").get(reverse("document", args=[reading.document_id]))
    assert "ảnh ở trang 2 nên đã dừng" in sheet(shown)


def test_without_a_reader_the_operator_is_told_what_to_install(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "TESSERACT", ())
    reading = read(world, data=pictures(), name=NAME, declared=True)
    assert reading.fault == "document.no_ocr"
    shown = sign_in("lan").get(reverse("document", args=[reading.document_id]))
    assert programs.PACKAGES.replace(" ", " và ") in " ".join(sheet(shown).split())


def test_without_a_reader_the_pages_with_words_are_read_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "TESSERACT", ())
    mixed = new_pdf(pages=1)
    drawn = new_pdf(b"10 10 100 100 re f", pages=1)
    mixed.pages.extend(drawn.pages)
    reading = read(world, data=saved(mixed), name=NAME, declared=True)
    assert reading.state == ReadingState.READY
    (text,) = every(ReadText)
    assert "Chuong trinh phoi hop" in text.text


def test_a_scan_of_more_than_a_hundred_pages_is_not_begun(
    world: World, reader: Any
) -> None:
    reader(says(*["Kế hoạch phối hợp năm 2026 của tỉnh Lam Khê. " * 3] * 101))
    reading = read(world, data=pictures(101), name=NAME)
    assert reading.fault == "document.scan_too_long"


def test_a_worker_that_stops_in_the_midst_begins_again(
    world: World, reader: Any
) -> None:
    """What was read of a killed reading lies nowhere; the next one reads all pages."""
    looked: list[int] = []

    def look_at(paper: bytes, page: int, *, until: object = None) -> Words:
        looked.append(page)
        if len(looked) == 4:
            raise MemoryError
        return "", PAGES[page - 1]

    reader(look_at)
    document = received(world, data=pictures(), name=NAME)
    worked()
    assert reading_of(document).state == ReadingState.ASKED
    assert every(ReadText) == []
    mended_and_worked()
    assert reading_of(document).state == ReadingState.READY
    assert looked == [1, 3, 1, 2, 1, 2, 3]
