"""A paper comes in: kept once on its desk, and read by the worker."""

import pytest

from phoihop import clock
from phoihop.documents.actions import receiving
from phoihop.documents.models import Document, Draft, Reading, ReadingState, ReadText
from phoihop.files.models import StoredFile
from phoihop.jobs import running
from phoihop.organisations.actions import papers
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.documents.stage import PLAN, drafts_of, read, reading_of, received
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults


def test_a_paper_is_kept_and_a_reading_asked_for(world: World) -> None:
    document = received(world, title="  Kế hoạch năm 2026 ")
    assert document.title == "Kế hoạch năm 2026"
    desk = world.bodies["ban"].desk
    assert {document.scope_id, document.file.scope_id} == {desk.pk}
    reading = reading_of(document)
    assert reading.state == ReadingState.ASKED
    assert last_entry().did == "document.received"
    assert version_faults() == []


def test_without_a_title_it_is_called_as_its_file_until_it_is_read(
    world: World,
) -> None:
    """Then by kind, number and subject."""
    assert received(world).title == "ke-hoach-phoi-hop.txt"
    assert read(world).document.title == (
        "Kế hoạch 84-KH/BTGDVTU phối hợp công tác năm 2026"
    )
    assert version_faults() == []


def test_what_a_person_called_it_stays(world: World) -> None:
    assert read(world, title="Kế hoạch với Sở").document.title == "Kế hoạch với Sở"


def test_a_paper_without_a_subject_keeps_the_name_of_its_file(world: World) -> None:
    data = "Sở Nội vụ tỉnh Lam Khê chủ trì mở lớp tập huấn.".encode()
    assert read(world, data=data).document.title == "ke-hoach-phoi-hop.txt"


def test_the_same_paper_on_the_same_desk_is_found(world: World) -> None:
    first = received(world)
    entry = last_entry()
    again = received(world, "hoa", name="ban-khac.txt", title="Tên khác")
    assert again.pk == first.pk
    assert again.title == first.title
    assert (len(every(StoredFile)), len(every(Reading))) == (1, 1)
    assert last_entry() == entry


def test_on_another_desk_it_is_another_paper(world: World) -> None:
    mine, theirs = received(world), received(world, "minh")
    assert mine.pk != theirs.pk
    with acting(world, "minh"):
        assert list(Document.objects.all()) == [theirs]
        assert [r.document_id for r in Reading.objects.all()] == [theirs.pk]


@pytest.mark.parametrize(("who", "code"), NOT_DRAFTING[:4])
def test_who_may_not_receive(world: World, who: str, code: str) -> None:
    with acting(world, "lan") as lan:
        examined = papers.examine(
            data=PLAN.encode(), name="a.txt", by=lan, on=clock.today()
        )
    with forbidden_to(world, who, code) as by:
        receiving.receive(examined=examined, title="", by=by, on=clock.today())


def test_a_sheet_is_no_paper(world: World) -> None:
    with refused("document.not_a_paper", field="file"):
        received(world, data=b"a;b\n1;2\n", name="bang.csv")
    assert every(StoredFile) == []


def test_a_title_with_a_stamp_is_refused(world: World) -> None:
    with refused("screening.stamp", field="title"):
        received(world, title="TỐI MẬT")
    assert every(Document) == []


def test_the_worker_reads_it(world: World) -> None:
    reading = read(world)
    assert reading.state == ReadingState.READY
    (text,) = every(ReadText)
    assert text.text == PLAN
    drafts = drafts_of(reading)
    assert [d.position for d in drafts] == list(range(1, len(drafts) + 1))
    (number,) = drafts_of(reading, "number")
    assert number.value == number.found == {"text": "84-KH/BTGDVTU"}
    assert PLAN[number.start : number.end] == "84-KH/BTGDVTU"
    assert said(last_entry())["after"] == {"drafts": len(drafts)}
    assert version_faults() == []


def test_a_body_that_the_directory_knows_is_found(world: World) -> None:
    issuer = drafts_of(read(world), "issuer")[0]
    assert issuer.value["organisation"] in (world.bodies["ban"].pk, None)


def test_a_second_delivery_stores_nothing_more(world: World) -> None:
    reading = read(world)
    before = len(every(Draft))
    assert reading.job_id is not None
    running.run(reading.job_id, worker="again", again=lambda job, at: None)
    assert len(every(Draft)) == before


def test_it_is_read_again_when_nothing_reads_it(world: World) -> None:
    reading = read(world)
    with acting(world, "hoa") as by:
        again = receiving.read_again(document=reading.document, by=by, on=clock.today())
    assert again.pk != reading.pk
    assert reading_of(reading.document).state == ReadingState.ASKED
    assert last_entry().did == "document.read_again"
    assert version_faults() == []


def test_not_while_it_is_being_read(world: World) -> None:
    document = received(world)
    with acting(world, "lan") as by, refused("document.under_way"):
        receiving.read_again(document=document, by=by, on=clock.today())


@pytest.mark.parametrize(("who", "code"), NOT_DRAFTING)
def test_who_may_not_have_it_read_again(world: World, who: str, code: str) -> None:
    reading = read(world)
    with forbidden_to(world, who, code) as by:
        receiving.read_again(document=reading.document, by=by, on=clock.today())
