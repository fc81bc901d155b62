"""``phoihop import``: papers in for a body, read at once, waiting at its desk."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from phoihop.documents.models import Document, Draft, Reading
from phoihop.organisations.permissions import scoped
from tests.documents.stage import PLAN
from tests.factories import World
from tests.witness import every

BODY = "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê"


def run(*words: object) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("import_papers", *map(str, words), stdout=out)
    return out.getvalue()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A paper on the server's disk."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_paper_is_read_and_waits_at_the_desk(world: World, plan: Path) -> None:
    """On the desk of the body that was named, and nowhere else."""
    assert "chờ xác nhận; 2 nhiệm vụ" in run(plan, "--as", BODY)
    with scoped(world.actors["lan"]):
        reading = Reading.objects.get()
    assert reading.state == Reading.State.READY
    assert len([d for d in every(Draft) if d.field == "task"]) == 2
    with scoped(world.actors["minh"]):
        assert not Document.objects.exists()


def test_the_same_paper_twice_is_one(world: World, plan: Path) -> None:
    """The second time it is found, with what was read."""
    run(plan, "--as", BODY)
    assert "chờ xác nhận; 2 nhiệm vụ" in run(plan, "--as", BODY)
    assert len(every(Document)) == 1


def test_what_cannot_be_taken_is_said_and_the_rest_goes_on(
    world: World, plan: Path, tmp_path: Path
) -> None:
    """One line a paper; the exit says that one failed."""
    stamped = tmp_path / "mat.txt"
    stamped.write_text("MẬT\n" + PLAN, encoding="utf-8")
    with pytest.raises(CommandError, match="2 văn bản"):
        run(tmp_path / "khong-co.txt", stamped, plan, "--as", BODY)
    (kept,) = every(Document)
    assert kept.title.startswith("Kế hoạch 84-KH/BTGDVTU")


def test_nobody_by_that_name_receives_nothing(world: World, plan: Path) -> None:
    """And nothing is kept."""
    with pytest.raises(CommandError, match="Không có đơn vị"):
        run(plan, "--as", "Sở Không Có")
    assert every(Document) == []
