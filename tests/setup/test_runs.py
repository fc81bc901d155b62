"""The runs of the tests and the checks: what is run, what is not, and what fails."""

import pytest

from setup import postgres, run_checks, run_tests
from setup.places import HERE
from setup.run_tests import NO_TESTS, Run
from setup.words import Trouble

pytestmark = [pytest.mark.house, pytest.mark.pure]

NOBODY = "postgres://me:secret@127.0.0.1:1/none"


def test_the_second_database_leaves_out_what_it_cannot_change() -> None:
    leave_out = run_tests.POSTGRES_LEAVES_OUT
    assert run_tests.marks(long=False, leave_out=leave_out) == (
        "not long and not house and not browser and not pure"
    )
    assert run_tests.marks(long=True) == "long"


def test_the_tests_are_told_their_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://production")
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    told = run_tests.environment("sqlite")
    assert told["TEST_DATABASE"] == "sqlite"
    assert "DATABASE_URL" not in told  # never the person's own
    told = run_tests.environment("postgresql")
    assert told["TEST_DATABASE"] == "postgresql"
    assert told["DATABASE_URL"] == told["TEST_DATABASE_URL"] == postgres.DEFAULT


def test_a_silent_postgresql_is_said_and_no_password_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", NOBODY)
    why = run_tests.postgres_ready(required=False)
    assert "no PostgreSQL answers at postgres://me:***@127.0.0.1:1/none" in why
    assert "secret" not in why
    assert Run("PostgreSQL", None, why).line().startswith("PostgreSQL: NOT run, ")


def test_a_required_postgresql_that_is_silent_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", NOBODY)
    monkeypatch.setattr(postgres, "wake", postgres.silent)
    with pytest.raises(Trouble) as caught:
        run_tests.postgres_ready(required=True)
    assert "CI=true requires PostgreSQL" in str(caught.value)
    assert "What to do: " in str(caught.value)


def test_one_failed_run_fails_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for code, expected in ((0, 0), (1, 1), (2, 1), (NO_TESTS, 1), (-9, 1)):
        runs = [Run("SQLite", 0), Run("PostgreSQL", code), Run("Browser", None)]
        monkeypatch.setattr(run_tests, "run_all", lambda runs=runs, **_: runs)
        assert run_tests.main([]) == expected


def test_no_long_tests_at_all_is_no_failure() -> None:
    assert not run_tests.failed(Run("SQLite", NO_TESTS), long=True)
    assert run_tests.failed(Run("SQLite", 1), long=True)


def test_all_checks_run_even_when_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    endings = {check.name: 0 for check in run_checks.CHECKS} | {"mypy": 1}
    run = []

    def ends(check: run_checks.Check) -> int:
        run.append(check.name)
        return endings[check.name]

    monkeypatch.setattr(run_checks, "carry_out", ends)
    assert run_checks.main([]) == 1
    assert run == list(endings)
    printed = capsys.readouterr().out
    assert "mypy: FAILED" in printed
    assert "house: passed" in printed
    endings["mypy"] = 0
    assert run_checks.main([]) == 0


def test_an_unknown_check_is_answered_with_the_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_checks.main(["lint"]) == 1
    assert "There is no check “lint”" in capsys.readouterr().out


def test_the_commit_hooks_name_checks_that_exist() -> None:
    hooks = (HERE.root / ".pre-commit-config.yaml").read_text()
    entry = next(line for line in hooks.splitlines() if "entry:" in line)
    named = entry.split("setup.run_checks")[1].split()
    assert set(named) <= {check.name for check in run_checks.CHECKS}
