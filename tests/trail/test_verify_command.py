"""``phoihop verify-trail``: 0 whole, 1 something found, 2 could not be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from phoihop import cli
from tests.factories import World
from tests.own_database import OwnDatabase
from tests.trail.attacker import drop_guards, sql
from tests.trail.test_recording import note
from tests.witness import last_entry


def verified(*arguments: str) -> int:
    """The exit status of ``phoihop verify-trail``."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["verify-trail", *arguments])
    return int(ended.value.code or 0)


@pytest.fixture
def trail(own_world: World) -> None:
    """A trail whose head is in the file."""
    note("một")


@pytest.mark.usefixtures("trail")
def test_a_whole_trail_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """And says how many links there are."""
    assert verified() == 0
    assert f"whole: {last_entry().seq} links" in capsys.readouterr().out


@pytest.mark.usefixtures("trail")
def test_a_tampered_trail_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """And says where."""
    drop_guards()
    sql("UPDATE trail_entry SET actor_id = 77 WHERE seq = 5")
    assert verified() == 1
    said = capsys.readouterr().out
    assert "KHÔNG nguyên vẹn" in said
    assert "5: link changed" in said


@pytest.mark.usefixtures("trail")
def test_json_is_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """One object: links, erased, whole, faults."""
    assert verified("--json") == 0
    links = last_entry().seq
    said = json.loads(capsys.readouterr().out)
    assert said == {"links": links, "erased": 0, "whole": True, "faults": []}
    drop_guards()
    sql("DELETE FROM trail_payload WHERE seq = 5")
    assert verified("--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["whole"] is False
    assert said["faults"] == [[5, "payload missing"]]


@pytest.mark.usefixtures("trail")
def test_another_copy_of_the_head_may_be_named(tmp_path: Path) -> None:
    """The one that a party took home; here it is missing, and that is a fault."""
    held: Path = settings.TRAIL_HEAD_FILE
    copy = tmp_path / "at-home"
    assert verified("--head-file", str(copy)) == 1
    copy.write_bytes(held.read_bytes())
    assert verified("--head-file", str(copy)) == 0


def test_tables_that_are_not_there_end_with_2(
    own_database: OwnDatabase, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was found because nothing could be read: not whole, not broken."""
    sql("DROP TABLE trail_entry")
    assert verified() == 2
    assert "could not be read" in capsys.readouterr().err


def test_a_database_that_is_away_ends_with_2(
    own_database: OwnDatabase, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No file at its place, no server at its port."""
    away: dict[str, Any] = {"NAME": str(tmp_path / "nowhere" / "db.sqlite3")}
    if own_database.vendor != "sqlite":
        away = {"PORT": "1"}
    with own_database.other_settings(**away):
        assert verified() == 2
    assert "could not be read" in capsys.readouterr().err


@pytest.mark.usefixtures("trail")
def test_a_head_file_that_cannot_be_opened_ends_with_2(tmp_path: Path) -> None:
    """A folder in its place."""
    assert verified("--head-file", str(tmp_path)) == 2
    with pytest.raises(CommandError):
        call_command("verify_trail", head_file=str(tmp_path))
