"""The trail of the circles that one's body is in, and taking it out."""

import json
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.files import actions as files
from phoihop.files.models import StoredFile
from phoihop.jobs.reading import whole
from phoihop.organisations.permissions import scoped
from phoihop.pages import trail
from phoihop.programmes.actions import tasks
from phoihop.scopes.context import unscoped
from tests.conftest import SignIn
from tests.factories import World
from tests.jobs.stage import worked
from tests.pages.visiting import send
from tests.pages.words import sheet


@pytest.mark.parametrize("name", ["lan", "minh", "cuc", "hanh"])
def test_everybody_reads_the_trail_of_their_own_circles(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion, name: str
) -> None:
    assert sheet(sign_in(name).get(reverse("trail"))) == snapshot


def test_only_the_auditor_is_offered_to_take_it_out(
    world: World, sign_in: SignIn, snapshot: SnapshotAssertion
) -> None:
    assert "[Xuất nhật ký]" in sheet(sign_in("thu").get(reverse("trail")))
    assert "[Xuất nhật ký]" not in sheet(sign_in("hoa").get(reverse("trail")))
    assert sheet(sign_in("thu").get(reverse("trail_export"))) == snapshot


@pytest.mark.parametrize(("name", "count"), [("trail", 6), ("trail_export", 3)])
def test_each_page_asks_as_often_as_written_here(
    world: World, sign_in: SignIn, django_assert_num_queries: Any, name: str, count: int
) -> None:
    client = sign_in("thu")
    with django_assert_num_queries(count):
        client.get(reverse(name))


def many_changes(world: World, number: int) -> None:
    lan = world.actors["lan"]
    with scoped(lan):
        for version in range(1, number + 1):
            tasks.edit(
                task=world.task,
                seen=version,
                text=f"Nội dung thứ {version}",
                lead=world.bodies["ban"],
                due_date=None,
                by=lan,
                on=date(2026, 6, 15),
            )


def test_the_pager_shows_every_entry_once_the_newest_first(
    world: World, sign_in: SignIn
) -> None:
    many_changes(world, 110)
    client, address, read = sign_in("lan"), reverse("trail"), []
    while address:
        answer = client.get(address)
        assert len(answer.context["lines"]) <= trail.ROWS
        read += [line.seq for line in answer.context["lines"]]
        address = answer.context["next"]
    assert len(read) > 110
    assert read == sorted(set(read), reverse=True)


def test_an_entry_leads_to_what_it_is_about(world: World, sign_in: SignIn) -> None:
    many_changes(world, 1)
    answer = sign_in("lan").get(reverse("trail"))
    address = reverse("task", args=[world.task.pk])
    assert f'<a href="{address}">Sửa nhiệm vụ</a>' in answer.content.decode()


def test_an_english_reader_gets_english_dates(world: World, sign_in: SignIn) -> None:
    many_changes(world, 1)
    client = sign_in("lan")
    client.post(reverse("switch_language"), {"language": "en"})
    told = sheet(client.get(reverse("trail")))
    assert "[Task edited]\n15 June 2026, 09:30" in told
    assert "Due date\nfrom 10 June 2026 to -" in told


def taken_out() -> list[dict[str, Any]]:
    """The lines of the file that the job has put on the desk."""
    with unscoped(because="a test looks at what is stored"):
        row = StoredFile.objects.get(name="nhat-ky-2026-06-15.jsonl")
    with files.open_bytes(file=row) as file:
        return [json.loads(line) for line in file.read().decode().splitlines()]


def test_the_auditor_takes_it_out_for_a_purpose_that_is_recorded(
    world: World, sign_in: SignIn
) -> None:
    client = sign_in("thu")
    answer = send(client, reverse("trail_export"), purpose="Kiểm tra quý II")
    worked()
    assert "đã xong" in sheet(client.get(answer.url))
    entries = taken_out()
    assert {entry["did"] for entry in entries} >= {"task.created", "plan.created"}
    told = sheet(client.get(reverse("trail")))
    assert "Xuất nhật ký" in told
    assert "Mục đích\nKiểm tra quý II" in told


def test_without_a_purpose_it_stays_where_it_is(world: World, sign_in: SignIn) -> None:
    answer = send(sign_in("thu"), reverse("trail_export"), purpose="  ")
    assert "# Xuất nhật ký" in sheet(answer)
    assert not whole().exists()


def test_nobody_else_takes_it_out(world: World, sign_in: SignIn) -> None:
    answer = send(sign_in("hoa"), reverse("trail_export"), purpose="Tò mò")
    assert answer.status_code == 403
    assert "_Tò mò_" in sheet(answer)
