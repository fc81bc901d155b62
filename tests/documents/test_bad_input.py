"""Papers as they come: broken, locked, scanned, odd. A clear sentence, nothing lost."""

import unicodedata
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from phoihop import clock
from phoihop.chores import jobs as chores
from phoihop.documents.actions import desk, receiving
from phoihop.documents.models import Document, Reading, ReadingState, ReadText
from phoihop.documents.precision import Tally, goes_with_others
from phoihop.documents.rules import is_old_font
from phoihop.files.examining import Examined
from phoihop.files.models import FileChecked, FileKind, StoredFile
from phoihop.jobs.models import JobState
from phoihop.jobs.reading import whole
from phoihop.organisations.actions import directory
from phoihop.organisations.models import Organisation
from phoihop.reading import jail
from phoihop.reading.findings import Field
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.actions.stage import acting
from tests.conftest import SignIn
from tests.documents.stage import NAME, PLAN, drafts_of, ended, job_of, read, reading_of
from tests.factories import BEGAN, World
from tests.hostile.papers import docx, new_pdf, saved
from tests.jobs.stage import mended_and_worked, worked
from tests.pages.papers import paper
from tests.pages.visiting import send
from tests.pages.words import sheet
from tests.reading.scanned import needs_reader
from tests.refused import refused
from tests.witness import every

TITLE = "Kế hoạch của tỉnh"


def handed_in(client: Client, data: bytes, name: str, **more: Any) -> Any:
    address = reverse("document_receive")
    return send(client, address, file=paper(data, name), title=TITLE, **more)


LOCKED = saved(new_pdf(), encryption=pikepdf.Encryption(user="a", owner="b"))
# Too few words to be sure of the font.
TCVN3 = "KÕ ho¹ch phèi hîp c«ng t¸c n¨m 2026".encode("latin-1")
REFUSED = {
    "broken": (docx()[:900], "a.docx", "file.corrupt"),
    "unknown": (b"GIF89a", "a.gif", "file.type_unknown"),
    "other than it says": (docx(), "a.pdf", "file.type_lies"),
    "locked": (LOCKED, "a.pdf", "file.encrypted"),
    "old letters": (TCVN3, "a.txt", "file.text_encoding"),
    "sheet": (b"a;b\n", "a.csv", "document.not_a_paper"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_taken_is_said_and_what_was_typed_stays(
    world: World, sign_in: SignIn, what: str
) -> None:
    data, name, code = REFUSED[what]
    answer = handed_in(sign_in("lan"), data, name)
    assert answer.status_code == 422
    said = sheet(answer)
    assert str(sentence(Refused(code, ending=".pdf"))) in said
    assert TITLE in said
    assert (every(Document), every(StoredFile)) == ([], [])


def scanned() -> bytes:
    """A page that is a picture; the words are in the name that somebody gave it."""
    made = new_pdf(b"q 100 0 0 100 0 0 cm /Im0 Do Q", pages=1)
    picture = made.make_stream(
        bytes(100),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=10,
        Height=10,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    made.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Im0=picture)
    made.docinfo["/Title"] = pikepdf.String("Kế hoạch 2026")
    return saved(made)


@needs_reader
def test_a_picture_without_words_is_kept_once_a_person_declares_and_is_not_read(
    world: World, sign_in: SignIn
) -> None:
    client, scan = sign_in("lan"), scanned()
    first = handed_in(client, scan, "quet.pdf")
    assert first.status_code == 422
    assert "cam kết" in sheet(first)
    assert handed_in(client, scan, "quet.pdf", declared="on").status_code == 302
    worked()
    (document,) = every(Document)
    reading = reading_of(document)
    assert (reading.state, reading.fault) == (ReadingState.FAILED, "document.scan")
    page = client.get(reverse("document", args=[document.pk]))
    assert "chỉ gồm ảnh" in sheet(page)
    (file,) = every(StoredFile)
    assert reverse("file", args=[file.uuid]) in page.content.decode()


def test_a_file_that_breaks_under_the_worker_stays_and_says_why(world: World) -> None:
    """It was whole when it came; the reader of files has become stricter since."""
    chores.fill()
    examined = Examined(
        name="khoa.pdf", kind=FileKind.PDF, checked=FileChecked.MACHINE, data=LOCKED
    )
    with acting(world, "lan") as by:
        on = clock.today()
        document = receiving.receive(examined=examined, title="", by=by, on=on)
    worked()
    reading = reading_of(document)
    assert (reading.state, reading.fault) == (ReadingState.FAILED, "file.encrypted")
    assert job_of(reading).state == JobState.DONE
    assert len(every(StoredFile)) == 1


def test_while_the_readers_are_busy_it_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*args: Any, **named: Any) -> Any:
        raise Refused("file.busy")

    chores.fill()
    with acting(world, "lan") as by:
        on = clock.today()
        examined = Examined(
            name="a.txt",
            kind=FileKind.TXT,
            checked=FileChecked.MACHINE,
            data=PLAN.encode(),
        )
        document = receiving.receive(examined=examined, title="", by=by, on=on)
    with monkeypatch.context() as patched:
        patched.setattr(jail, "extract", busy)
        worked()
    reading = reading_of(document)
    assert reading.state == ReadingState.ASKED
    assert job_of(reading).state == JobState.WAITING
    mended_and_worked()
    assert reading_of(document).state == ReadingState.READY


def test_decomposed_letters_are_kept_and_their_spans_are_right(world: World) -> None:
    apart = unicodedata.normalize("NFD", PLAN)
    reading = read(world, data=apart.encode())
    (text,) = every(ReadText)
    assert text.text == apart
    (number,) = drafts_of(reading, "number")
    assert apart[number.start : number.end] == "84-KH/BTGDVTU"
    lead = drafts_of(reading, "task")[0].value["lead"]
    words = apart[lead["start"] : lead["end"]]
    assert unicodedata.normalize("NFC", words) == "Sở Nội vụ tỉnh Lam Khê"
    assert lead["organisation"] == world.bodies["so"].pk


OLD = "KÕ ho¹ch phèi hîp c«ng t¸c cña Ban Tuyªn gi¸o vµ Ban D©n vËn TØnh uû. "


def test_a_paper_in_a_font_from_before_unicode_is_made_readable_and_says_so(
    world: World,
) -> None:
    reading = read(world, data=(OLD * 5).encode())
    assert reading.state == ReadingState.READY
    (text,) = every(ReadText)
    assert text.text.startswith(
        "Kế hoạch phối hợp công tác của Ban Tuyên giáo và Ban Dân vận Tỉnh uỷ."
    )
    assert text.remarks == [[0, len(OLD * 5), "converted"]]


def test_an_old_font_that_is_not_sure_is_refused_with_the_way_out(
    world: World,
) -> None:
    # Words whose blanks were lost are no syllables in any font.
    glued = (OLD * 5).replace(" ", "")
    assert is_old_font(glued)
    assert not is_old_font(PLAN * 5)
    reading = read(world, data=glued.encode())
    assert (reading.state, reading.fault) == (ReadingState.FAILED, "document.old_font")


def test_an_empty_paper_says_so(world: World) -> None:
    with pytest.raises(Refused):
        read(world, data=b"  \n ")
    reading = read(world, data=docx_of_nothing(), name="trong.docx")
    assert (reading.state, reading.fault) == (ReadingState.FAILED, "document.no_text")


def docx_of_nothing() -> bytes:
    return docx(body="<w:p/>")


def test_a_day_that_does_not_exist_is_doubtful_and_not_taken(
    world: World, sign_in: SignIn
) -> None:
    text = PLAN.replace("ngày 12 tháng 01", "ngày 31 tháng 02").replace(
        "trước ngày 30/6/2026", "trước ngày 31/02/2026"
    )
    reading = read(world, data=text.encode())
    (day,) = drafts_of(reading, "issued_on")
    assert day.confidence < 75
    with acting(world, "lan") as by, refused("draft.no_such_day", field="text"):
        desk.accept(draft=day, seen=1, by=by, on=clock.today())
    # Never taken with others, however well its rule reads.
    task = drafts_of(reading, "task")[0]
    right = Tally(shown=200, accepted=200, documents=60)
    assert not goes_with_others(Field.TASK, task.value, right)
    shown = sheet(sign_in("lan").get(reverse("review_desk", args=[reading.pk])))
    assert "không tính được hạn (đọc: «" in shown
    assert "31/02/2026" in shown


def test_two_bodies_of_one_name_are_shown_and_none_is_taken(
    world: World, sign_in: SignIn
) -> None:
    with acting(world, "hanh") as by:
        twin = directory.found(
            name="Sở Nội vụ tỉnh Lam Khê",
            type=Organisation.Type.STATE,
            level=Organisation.Level.PROVINCE,
            founded_on=BEGAN,
            by=by,
            on=clock.today(),
        )
        above = world.bodies["ban"]
        directory.place_under(
            below=twin, above=above, valid_from=BEGAN, by=by, on=clock.today()
        )
    reading = read(world)
    first = drafts_of(reading, "task")[0]
    assert first.value["lead"]["organisation"] is None
    page = sign_in("lan").get(reverse("review_desk", args=[reading.pk]))
    html = page.content.decode()
    for body in (world.bodies["so"], twin):
        assert f'value="choose {first.pk} 1 lead {body.pk}"' in html
    assert "thuộc Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê" in sheet(page)


def test_an_ended_body_is_shown_with_its_heir_and_cannot_be_chosen(
    world: World, sign_in: SignIn
) -> None:
    so = ended(world, "so")
    reading = read(world)
    first = drafts_of(reading, "task")[0]
    assert first.value["lead"]["organisation"] is None
    page = sign_in("lan").get(reverse("review_desk", args=[reading.pk]))
    said = "đã kết thúc từ 15/06/2026, nay là Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê"
    assert said in sheet(page)
    assert f'lead {so}"' not in page.content.decode()


def test_a_paper_without_a_number_says_so(world: World, sign_in: SignIn) -> None:
    reading = read(world, data=PLAN.replace("Số 84-KH", "Số:     -KH").encode())
    assert drafts_of(reading, "number") == []
    shown = sheet(sign_in("lan").get(reverse("review_desk", args=[reading.pk])))
    assert "chưa có số" in shown


def test_a_paper_without_duties_is_ready_and_says_so(
    world: World, sign_in: SignIn
) -> None:
    text = PLAN[: PLAN.index("I. NỘI DUNG")] + PLAN[PLAN.index("Nơi nhận") :]
    reading = read(world, data=text.encode())
    assert reading.state == ReadingState.READY
    shown = sheet(sign_in("lan").get(reverse("review_desk", args=[reading.pk])))
    assert "Không tìm thấy nhiệm vụ nào trong văn bản này." in shown


def test_nothing_found_at_all_is_ready_too(world: World, sign_in: SignIn) -> None:
    reading = read(world, data="xin chào\n".encode(), name=NAME)
    assert reading.state == ReadingState.READY
    client = sign_in("lan")
    page = client.get(reverse("document", args=[reading.document_id]))
    if not drafts_of(reading):
        assert "Máy không tìm thấy mục nào" in sheet(page)
    assert client.get(reverse("review_desk", args=[reading.pk])).status_code == 200


def test_whose_role_ended_meanwhile_is_told_and_it_is_read_again(
    world: World, sign_in: SignIn
) -> None:
    chores.fill()
    from_lan = sign_in("lan")
    assert handed_in(from_lan, PLAN.encode(), NAME).status_code == 302
    (document,) = every(Document)
    reading = reading_of(document)
    whole().filter(pk=job_of(reading).pk).update(role="observer")
    worked()
    assert reading_of(document).state == ReadingState.ASKED
    client = sign_in("hoa")
    shown = client.get(reverse("document", args=[document.pk]))
    assert "Việc đọc dừng giữa chừng" in sheet(shown)
    send(client, reverse("document_read_again", args=[document.pk]))
    worked()
    states = {row.pk: row.state for row in every(Reading)}
    assert states.pop(reading.pk) == ReadingState.FAILED
    assert list(states.values()) == [ReadingState.READY]
