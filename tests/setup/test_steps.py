"""A step is done once, and again after an interruption or a change."""

import threading
import time
from pathlib import Path

import pytest

from setup.places import Places
from setup.steps import Step, alone, carry_out, digest_of, is_done

pytestmark = [pytest.mark.house, pytest.mark.pure]


class Work:
    """A step's work that counts itself and may fail half way."""

    def __init__(self, places: Places) -> None:
        self.source = places.root / "source"
        self.made = places.root / "made"
        self.source.write_text("one")
        self.times = 0
        self.breaks = False

    def do(self) -> None:
        self.times += 1
        self.made.write_text("half")
        if self.breaks:
            raise KeyboardInterrupt
        self.made.write_text("whole")

    def step(self) -> Step:
        return Step(
            "uv",
            do=self.do,
            digest=lambda: digest_of(self.source),
            makes=(self.made,),
        )


def test_it_is_done_once(places: Places) -> None:
    work = Work(places)
    assert carry_out(work.step(), places.stamps, place="") is True
    assert carry_out(work.step(), places.stamps, place="") is False
    assert work.times == 1


def test_an_interrupted_step_is_done_again(places: Places) -> None:
    work = Work(places)
    work.breaks = True
    with pytest.raises(KeyboardInterrupt):
        carry_out(work.step(), places.stamps, place="")
    assert work.made.read_text() == "half"
    work.breaks = False
    assert carry_out(work.step(), places.stamps, place="") is True
    assert work.made.read_text() == "whole"


def test_an_interrupted_repeat_does_not_live_on_the_old_stamp(places: Places) -> None:
    work = Work(places)
    carry_out(work.step(), places.stamps, place="")
    work.source.write_text("two")
    work.breaks = True
    with pytest.raises(KeyboardInterrupt):
        carry_out(work.step(), places.stamps, place="")
    work.source.write_text("one")  # back on the old branch
    assert not is_done(work.step(), places.stamps)


def test_a_changed_source_or_a_lost_result_repeats_it(places: Places) -> None:
    work = Work(places)
    carry_out(work.step(), places.stamps, place="")
    work.source.write_text("two")
    assert carry_out(work.step(), places.stamps, place="") is True
    work.made.unlink()
    assert carry_out(work.step(), places.stamps, place="") is True
    assert work.times == 3


def test_a_developers_environment_also_serves_the_application(places: Places) -> None:
    def packages(level: str) -> Step:
        return Step(
            "packages",
            do=lambda: None,
            digest=lambda: level,
            or_digest=lambda: "dev",
        )

    assert carry_out(packages("dev"), places.stamps, place="") is True
    assert carry_out(packages("app"), places.stamps, place="") is False
    (places.stamps / "packages").unlink()
    assert carry_out(packages("app"), places.stamps, place="") is True
    assert carry_out(packages("dev"), places.stamps, place="") is True


def test_a_digest_tells_folders_apart(tmp_path: Path) -> None:
    for name, content in (("a", "1"), ("b", "1"), ("c", "2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(content)
    digests = {digest_of(tmp_path / name) for name in "abc"}
    assert len(digests) == 3
    before = digest_of(tmp_path / "a")
    (tmp_path / "a" / "other").touch()
    assert digest_of(tmp_path / "a") != before


def test_two_set_ups_at_once_wait_for_each_other(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    order = []

    def second() -> None:
        with alone(places.stamps):
            order.append("second")

    with alone(places.stamps):
        other = threading.Thread(target=second)
        other.start()
        time.sleep(0.1)
        order.append("first")
    other.join(timeout=5)
    assert order == ["first", "second"]
    assert "waiting" in capsys.readouterr().out
