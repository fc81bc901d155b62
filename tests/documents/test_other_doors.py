"""Papers that come as a sheet of tasks, or hang on an e-mail."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from phoihop.documents.models import Document, ReadText
from phoihop.files.models import StoredFile
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from phoihop.trail.models import Payload
from tests.conftest import SignIn
from tests.documents.stage import PLAN, drafts_of, read
from tests.factories import World
from tests.hostile.papers import docx, paragraph
from tests.pages.visiting import send
from tests.pages.words import sheet
from tests.reading.mails import CANARIES, NAME, mail
from tests.witness import every

ANNEX = """PHỤ LỤC;;;;
Phân công nhiệm vụ năm 2026;;;;
TT;Nhiệm vụ;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn hoàn thành
1;Tổ chức hội nghị báo cáo viên;Sở Nội vụ;Sở Tư pháp;30/6/2026
2;Biên soạn tài liệu tuyên truyền;Sở Tư pháp;;Quý III/2026
"""


def test_a_sheet_of_tasks_is_read_as_a_paper(world: World) -> None:
    reading = read(world, data=ANNEX.encode(), name="phu-luc.csv")
    first, second = drafts_of(reading, "task")
    assert first.value["text"] == "Tổ chức hội nghị báo cáo viên"
    assert first.value["lead"]["text"] == "Sở Nội vụ"
    assert [name["text"] for name in first.value["supporting"]] == ["Sở Tư pháp"]
    assert first.value["due"]["value"] == "2026-06-30"
    assert second.value["lead"]["text"] == "Sở Tư pháp"
    (text,) = (one for one in every(ReadText) if one.reading_id == reading.pk)
    assert text.text[first.start : first.end].startswith("1\tTổ chức")


def handed(client: Any, data: bytes, **more: Any) -> Any:
    """What the page answers to whoever hands in this mail."""
    file = SimpleUploadedFile(f"{NAME}.eml", data)
    return send(client, reverse("document_receive"), file=file, **more)


def test_a_mail_with_one_paper_is_that_paper(world: World, sign_in: SignIn) -> None:
    answer = handed(sign_in("lan"), mail([(f"{NAME}.txt", PLAN.encode())]), title="Tên")
    (document,) = every(Document)
    assert answer.url == reverse("document", args=[document.pk])
    (file,) = every(StoredFile)
    assert (document.title, file.kind) == ("Tên", "txt")


def test_each_file_of_a_mail_is_a_paper_of_its_own(
    world: World, sign_in: SignIn
) -> None:
    lan = sign_in("lan")
    files = [("a.txt", PLAN.encode()), ("b.docx", docx()), ("logo.png", b"\x89PNG")]
    answer = handed(lan, mail(files), title="Tên chung")
    assert [row.kind for row in every(StoredFile)] == ["txt", "docx"]
    assert len(every(Document)) == 2
    assert "Tên chung" not in {row.title for row in every(Document)}
    assert "Đã nhận 2 tệp đính kèm của thư" in sheet(lan.get(answer.url))


def test_nothing_of_the_mail_rests_anywhere(world: World, sign_in: SignIn) -> None:
    """Neither in a row nor in the trail nor among the bytes."""
    handed(sign_in("lan"), mail([(f"{NAME}.txt", PLAN.encode()), ("b.docx", docx())]))
    rows = [*every(Document), *every(StoredFile), *every(Payload)]
    said = "".join(repr(vars(row)) for row in rows)
    kept = [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]
    assert len(kept) >= 2
    for word in CANARIES:
        assert word not in said
        assert not any(word.encode() in path.read_bytes() for path in kept)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("logo.png", b"\x89PNG")], "Thư không có tệp đính kèm nào đọc được"),
        (
            [("a.txt", PLAN.encode()), ("b.docx", b"PK")],
            sentence(Refused("document.mail_part", number=2, all=2, why="")).partition(
                "không nhận được"
            )[0],
        ),
        (
            [("a.txt", PLAN.encode()), ("b.docx", docx(paragraph("TUYỆT MẬT")))],
            "dấu chỉ mức độ mật",
        ),
        ([("a.csv", b"a;b\n1;2\n")], "Bảng tính này không có bảng giao nhiệm vụ"),
    ],
)
def test_what_refuses_one_file_refuses_the_mail(
    world: World, sign_in: SignIn, files: list[tuple[str, bytes]], said: str
) -> None:
    """All or none: nobody has to find out which of five papers came in."""
    answer = handed(sign_in("lan"), mail(files), title="Tên gõ dở")
    assert answer.status_code == 422
    assert said in sheet(answer)
    assert "Tên gõ dở" in answer.content.decode()
    assert every(Document) == []
    assert every(StoredFile) == []
