"""Recording: one order for all who record, in time and in number."""

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from phoihop import clock
from phoihop.organisations.permissions import command_line
from phoihop.refusals import Refused
from phoihop.scopes.context import unscoped
from phoihop.trail import head_file
from phoihop.trail.actions import erase, record
from phoihop.trail.models import Entry, Head, Payload
from phoihop.trail.verify import verify
from tests.at_once import hands
from tests.factories import World
from tests.own_database import OwnDatabase
from tests.witness import every, last_entry, said

WRITERS, EACH = 4, 30


def note(text: str, **more: Any) -> Entry:
    """One entry about nothing."""
    with transaction.atomic():
        return record(
            by=command_line(), scope=None, did="test.noted", on=None,
            after={"text": text}, **more,
        )  # fmt: skip


def note_or_give_up(number: int) -> None:
    """Every third time the action fails after it has recorded."""
    try:
        with transaction.atomic():
            note(f"ghi {number}")
            if number % 3 == 0:
                raise Refused("task.lead_not_party")
    except Refused:
        pass


def test_those_who_record_at_once_leave_numbers_without_a_gap(own_world: World) -> None:
    """Rolled back attempts among them: they leave no hole and no fork."""
    before = last_entry().seq

    def work() -> None:
        for number in range(EACH):
            note_or_give_up(number)

    with hands(WRITERS) as writers:
        writers.at_once(*[work] * WRITERS)
    written = WRITERS * sum(number % 3 != 0 for number in range(EACH))
    assert [entry.seq for entry in every(Entry)] == list(range(1, before + written + 1))
    assert verify(settings.TRAIL_HEAD_FILE).faults == []
    held = head_file.read(settings.TRAIL_HEAD_FILE)
    assert held is not None
    assert held.seq == before + written


def test_whoever_verifies_meanwhile_finds_nothing_wrong(own_world: World) -> None:
    """The rows, the head and the file are read as of one moment; nobody waits."""
    note("đầu tiên")
    found: list[object] = []

    def read() -> None:
        for _ in range(EACH):
            found.extend(verify(settings.TRAIL_HEAD_FILE).faults)

    def write() -> None:
        for number in range(3 * EACH):
            note(f"ghi {number}")

    with hands(2) as both:
        both.at_once(read, write)
    assert found == []


def test_recorded_time_runs_on_when_the_clock_runs_back(world: World) -> None:
    """By hours, by years, or when it stands: order is kept by the number."""
    start = datetime(2026, 6, 15, 3, 0, tzinfo=UTC)
    for hours in (0, -2, -2, -30_000, 5, 0):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            note(f"lúc {hours}")
            note(f"lúc {hours}, lần hai")
    times = [entry.at_us for entry in every(Entry)]
    assert all(earlier < later for earlier, later in pairwise(times))
    assert every(Head)[0].at_us == times[-1]
    assert verify(None).faults == []


def test_another_clock_in_place_of_the_real_one_is_marked(world: World) -> None:
    """What the demo records says so, under the hash."""
    with clock.standing_at(datetime(2020, 1, 1, tzinfo=UTC)):
        assert note("minh họa").pretended
    assert not note("thật").pretended


def test_recording_outside_of_a_transaction_is_a_bug(own_world: World) -> None:
    """The entry and what it tells of stand or fall together."""
    with pytest.raises(transaction.TransactionManagementError):
        record(by=command_line(), scope=None, did="test.noted", on=None)


@pytest.mark.parametrize("word", ["", "Task.Created", "đã làm", "a b", "a\nb", "a;b"])
def test_what_was_done_is_a_dotted_word(word: str, world: World) -> None:
    """No line break gets under the hash, no sentence into the index."""
    with pytest.raises(ValueError, match="dotted word"), transaction.atomic():
        record(by=command_line(), scope=None, did=word, on=None)


def test_an_erasure_empties_words_and_says_so_and_stays(world: World) -> None:
    """The chain is whole, the words are gone, and no second erasure hides the first."""
    canary = note("nguyen van a, so 12").seq
    by = command_line()
    with unscoped(because="who may erase is asked above; here it is how"):
        first = erase(seqs=[canary], scope=None, by=by, because="tên người")
        second = erase(seqs=[first.seq, canary], scope=None, by=by, because="giấu")
    assert said(first)["after"] == {"seqs": [canary], "because": "tên người"}
    assert said(second)["after"]["seqs"] == [canary]
    (emptied,) = Payload.objects.filter(seq=canary)
    assert (emptied.text, emptied.salt) == ("", "")
    verdict = verify(None)
    assert (verdict.faults, verdict.erased) == ([], 1)


class TestTheFileOutside:
    """It follows the commits, never backwards, and stands in nobody's way."""

    def file(self) -> Path:
        """Where this test's head is remembered."""
        path: Path = settings.TRAIL_HEAD_FILE
        return path

    def test_it_is_written_after_the_commit(self, own_world: World) -> None:
        """Not before: what it remembers is in the database for good."""
        with transaction.atomic():
            entry = note("trong giao dịch")
            assert not self.file().exists()
        held = head_file.read(self.file())
        origin = str(every(Head)[0].origin)
        assert held == head_file.Remembered(origin, entry.seq, entry.hash)

    def test_it_is_not_written_on_a_rollback(self, own_world: World) -> None:
        """Nor changed, when it was there."""
        note("được lưu")
        before = self.file().read_bytes()
        note_or_give_up(0)
        assert self.file().read_bytes() == before

    def test_it_never_goes_backwards(self, own_world: World) -> None:
        """Two commits may write in the other order: the later head stays."""
        one, other = note("một"), note("hai")
        origin = str(every(Head)[0].origin)
        early = head_file.Remembered(origin, one.seq, one.hash)
        head_file.write(self.file(), early)
        held = head_file.read(self.file())
        assert held is not None
        assert held.seq == other.seq

    def test_a_file_of_another_database_is_replaced(self, own_world: World) -> None:
        """The demo made anew; verifying before that says whose it is."""
        note("một")
        other = head_file.Remembered("khác", 10**6, "f" * 64)
        self.file().unlink()
        head_file.write(self.file(), other)
        assert [f for _, f in verify(self.file()).faults] == [
            "head file of another trail"
        ]
        entry = note("hai")
        held = head_file.read(self.file())
        assert held is not None
        assert held.seq == entry.seq

    def test_a_broken_file_is_left_as_evidence(self, own_world: World) -> None:
        """And said to be broken by whoever verifies."""
        note("một")
        self.file().write_text("{")
        note("hai")
        assert self.file().read_text() == "{"
        assert (0, "head file broken") in verify(self.file()).faults

    @pytest.mark.parametrize("where", ["/proc/phoihop/trail-head", "blocked/head"])
    def test_where_it_cannot_be_written_the_action_stands(
        self, where: str, own_world: World, settings: Any, tmp_path: Path
    ) -> None:
        """A folder that takes no file: logged, not raised; the next commit tries."""
        (tmp_path / "blocked").write_text("a file, no folder")
        settings.TRAIL_HEAD_FILE = tmp_path / where
        entry = note("vẫn được lưu")
        assert last_entry().seq == entry.seq

    def test_many_writers_leave_the_last_head(self, own_database: OwnDatabase) -> None:
        """Whoever writes last in time, the highest number stays."""
        heads = [head_file.Remembered("một", seq, str(seq)) for seq in range(1, 41)]
        with hands(4) as writers:
            for start in range(0, 40, 4):
                four = heads[start : start + 4]
                acts = [partial(head_file.write, self.file(), one) for one in four]
                writers.at_once(*acts)
        held = head_file.read(self.file())
        assert held is not None
        assert held.seq == 40
