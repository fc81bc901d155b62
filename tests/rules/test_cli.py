"""``phoihop`` with wrong settings: a sentence and status 2, no stack of calls."""

import os
import subprocess
import sys

import pytest

from phoihop.cli import worker_beside

pytestmark = pytest.mark.pure


def phoihop(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as from a shell."""
    return subprocess.run(
        [sys.executable, "-m", "phoihop.cli", *words],
        env={**os.environ, "DATABASE_URL": "", **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("verb", ["verify-trail", "serve", "backup", "inspect"])
def test_a_misspelt_setting_is_refused_with_a_sentence(verb: str) -> None:
    """Whatever the verb; what its value is, is not said."""
    ran = phoihop(verb, PHOIHOP_SECRET_KEYS="đừng nói ra")
    assert ran.returncode == 2
    assert "PHOIHOP_SECRET_KEYS" in ran.stderr
    assert "PHOIHOP_SECRET_KEY" in ran.stderr
    assert "đừng nói ra" not in ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr


def test_a_wrong_value_is_refused_with_a_sentence() -> None:
    """The variable, the value, what may stand there."""
    ran = phoihop("verify-trail", PHOIHOP_LOCK_WAIT_SECONDS="soon")
    assert ran.returncode == 2
    assert "PHOIHOP_LOCK_WAIT_SECONDS" in ran.stderr
    assert "soon" in ran.stderr
    assert "1–60" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_wrong_address_of_the_database_keeps_its_password() -> None:
    """On the screen as in the log."""
    address = "postgres://u:hunter2@[h/d"
    ran = phoihop("verify-trail", DATABASE_URL=address)
    assert ran.returncode == 2
    assert "hunter2" not in ran.stderr + ran.stdout


@pytest.mark.parametrize("words", [[], ["no-such-verb"], ["serve", "--prt", "80"]])
def test_a_verb_that_is_none_is_refused(words: list[str]) -> None:
    """With the verbs that are."""
    ran = phoihop(*words)
    assert ran.returncode == 2
    assert "phoihop" in ran.stderr


def test_the_demo_has_a_worker_for_as_long_as_it_serves() -> None:
    """Without one a paper that is handed in would wait to be read for ever."""
    with worker_beside() as worker:
        assert worker.args[-1] == "worker"  # type: ignore[index]  # a list, as given
        assert worker.poll() is None
    assert worker.poll() is not None
