"""Random tampers with the trail, a thousand in the long run: each one is found.

The dice are thrown by the seed that the run prints: ``--randomly-seed=…`` repeats it.
"""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from django.conf import settings
from django.db import connection, transaction

from phoihop.trail.verify import Verdict, verify
from tests.factories import World
from tests.trail.attacker import KINDS, Attacker, Kind, cut_behind, drop_guards, sql
from tests.trail.year import Year

# Each kind ten times, or many.
TAMPERS = [
    pytest.param(220, id="220"),
    pytest.param(1000, id="1000", marks=pytest.mark.long),
]


def trail_of_a_year(world: World, edits: int) -> Path:
    """A trail with an erasure in its midst and no guards; the file of its head."""
    with transaction.atomic():
        Year(world, edits=edits).play()
    drop_guards()
    path: Path = settings.TRAIL_HEAD_FILE
    return path


@pytest.fixture
def file(own_world: World) -> Path:
    """A trail of some eighty links."""
    return trail_of_a_year(own_world, 30)


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> Random:
    """The dice of the run, by its seed."""
    seed = request.config.getoption("randomly_seed", 2026)
    print(f"seed of the tampers: {seed}")
    return Random(int(seed))


def tampered(kind: Kind, by: Attacker) -> Verdict:
    """What the verifier says of one tampering, which is then undone."""
    before = by.file.read_bytes()
    with transaction.atomic():
        kind(by)
        verdict = verify(by.file)
        transaction.set_rollback(True)
    by.file.write_bytes(before)
    return verdict


def missed(by: Attacker, tampers: int) -> Counter[str]:
    """How many tampers of each kind are not found, of so many in all."""
    kinds = [KINDS[number % len(KINDS)] for number in range(tampers)]
    return Counter(kind.__name__ for kind in kinds if tampered(kind, by).whole)


@pytest.mark.parametrize("tampers", TAMPERS)
def test_all_of_so_many_random_tampers_are_found(
    own_world: World, dice: Random, tampers: int
) -> None:
    """All kinds of them, and the trail is whole again when they are undone."""
    file = trail_of_a_year(own_world, 190)
    by = Attacker.at(file, dice)
    assert len(by.rows) > 200
    assert by.erased
    not_found = missed(by, tampers)
    print(f"{tampers - not_found.total()} of {tampers} found, {len(KINDS)} kinds")
    assert not_found == {}
    assert verify(file).faults == []


@pytest.mark.parametrize(
    ("check", "slips"),
    [
        ("_check_link", {"edit_column"}),
        ("_check_payload", {"change_payload", "change_salt", "swap_payloads"}),
        ("_check_outside", {"cut_tail", "rewrite_tail", "blame_another"}),
    ],
)
def test_a_verifier_without_one_of_its_checks_is_caught(
    check: str,
    slips: set[str],
    file: Path,
    dice: Random,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Planted bugs: each check left out lets kinds of tampering slip through."""
    monkeypatch.setattr(f"phoihop.trail.verify.{check}", lambda *_: None)
    assert verify(file).whole
    assert slips <= set(missed(Attacker.at(file, dice), 10 * len(KINDS)))


def test_an_untouched_trail_is_whole_with_its_recorded_erasures(file: Path) -> None:
    """The negative control: nothing is found where nothing was done."""
    verdict = verify(file)
    assert verdict.faults == []
    # Of the taking out, and of the two links about a paper that bore a stamp.
    assert verdict.erased == 3
    assert verdict.links == sql("SELECT count(*) FROM trail_entry")[0][0]


def test_without_the_file_a_cut_tail_is_not_seen(file: Path, dice: Random) -> None:
    """Why there is a file outside: the chain alone answers that all is well."""
    by = Attacker.at(file, dice)
    with transaction.atomic():
        # From before the erasure: to keep it without its record would be seen.
        cut_behind(by, min(by.erased) - 1)
        assert verify(None).whole
        assert not verify(file).whole
        transaction.set_rollback(True)


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite keeps a word among numbers"
)
@pytest.mark.parametrize(
    ("column", "value"), [("scope_id", "None"), ("pretended", ""), ("pretended", 2)]
)
def test_a_value_of_another_type_is_found_though_it_reads_the_same(
    column: str, value: object, file: Path
) -> None:
    """NULL and the word None, false and nothing: the text under the hash is one."""
    held = {"scope_id": "scope_id IS NULL", "pretended": "pretended = %s"}[column]
    held = held.replace("%s", "0" if value == "" else "1")
    (row,) = sql(f"SELECT seq FROM trail_entry WHERE {held} LIMIT 1")
    sql(f"UPDATE trail_entry SET {column} = %s WHERE seq = %s", value, row[0])
    assert (row[0], "link changed") in verify(file).faults
