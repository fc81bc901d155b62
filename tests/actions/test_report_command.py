"""``phoihop report``: what can be asked for, and the paper that comes of it."""

import io
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.factories import World


def run(*words: Any) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("report", *map(str, words), stdout=out)
    return out.getvalue()


def asked(world: World, body: str, out: Path) -> list[Any]:
    """The words that ask for the review of 2026."""
    programme = world.programme.pk
    return ["--as", body, "--programme", programme, "--year", 2026, "--out", out]


def test_the_list_says_what_each_party_can_ask_for(world: World) -> None:
    """Two bodies are in the plan; the commune is in none."""
    ban, so = world.bodies["ban"].pk, world.bodies["so"].pk
    title = world.programme.title
    assert run("--list").splitlines() == [
        f"{ban} {world.programme.pk} 2026 {title}",
        f"{so} {world.programme.pk} 2026 {title}",
    ]
    assert run("--list", "--as", world.bodies["xa"].pk) == ""


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_body_is_named_and_gets_its_review(
    ending: str, world: World, tmp_path: Path
) -> None:
    """By its name, in either format."""
    out = tmp_path / f"bao-cao.{ending}"
    run(*asked(world, "Sở Nội vụ tỉnh Lam Khê", out))
    data = out.read_bytes()
    if ending == "pdf":
        assert data.startswith(b"%PDF-")
    else:
        with ZipFile(io.BytesIO(data)) as parts:
            said = parts.read("word/document.xml").decode()
        assert "KẾT QUẢ ĐẠT ĐƯỢC" in said
        assert "đã hoàn thành 0/3 nhiệm vụ" in said


def test_a_stranger_to_the_programme_gets_nothing(world: World, tmp_path: Path) -> None:
    """The commune is told so, and no file is written."""
    out = tmp_path / "bao-cao.docx"
    with pytest.raises(CommandError, match="không tham gia"):
        run(*asked(world, str(world.bodies["xa"].pk), out))
    assert not out.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"--as": "Sở Không Có"}, "Không có đơn vị"),
        ({"--year": 2029}, "Không có kế hoạch"),
        ({"--out": "bao-cao.odt"}, "docx"),
    ],
)
def test_what_cannot_be_made_is_said(
    changed: dict[str, Any], said: str, world: World, tmp_path: Path
) -> None:
    """A sentence, no traceback."""
    words = asked(world, "Sở Nội vụ tỉnh Lam Khê", tmp_path / "a.docx")
    for option, value in changed.items():
        words[words.index(option) + 1] = value
    with pytest.raises(CommandError, match=said):
        run(*words)
