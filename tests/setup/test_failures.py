"""Every expected failure is a sentence that says what to do, in both languages."""

import argparse
import ast
import errno
import importlib.util
import os
import socket
import string
from pathlib import Path

import pytest

import setup
from setup import front_end, machine, prepare, python_side
from setup.commands import cause_of, cause_of_error, run
from setup.places import Places
from setup.words import SENTENCES, Trouble, language, say

pytestmark = [pytest.mark.house, pytest.mark.pure]


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_have_the_same_blanks(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert vietnamese
    assert english
    assert blanks(vietnamese) == blanks(english)


@pytest.mark.parametrize(
    "code", [code for code in SENTENCES if code.startswith(("why.", "port."))]
)
def test_every_failure_says_what_to_do(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert "Cách xử lý: " in vietnamese
    assert "What to do: " in english


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("vi_VN.UTF-8", "vi"), ("en_US.UTF-8", "en"), ("C", "en"), ("", "en")],
)
def test_the_language_is_the_readers(
    monkeypatch: pytest.MonkeyPatch, lang: str, expected: str
) -> None:
    monkeypatch.setenv("LANG", lang)
    assert language() == expected


def test_an_old_python_is_told_what_to_do() -> None:
    sentence = setup.too_old((3, 9, 2))
    assert sentence is not None
    assert "Python 3.9" in sentence
    assert "3.11 or newer" in sentence
    assert "make demo PYTHON=python3." in sentence
    assert setup.too_old((3, 11, 0)) is None
    assert setup.too_old((4, 0, 0)) is None


def test_the_files_an_old_python_reads_hold_nothing_new() -> None:
    # Python 3.8 cannot be asked here; its grammar can.
    for name in ("__init__.py", "words.py"):
        source = Path(setup.__file__).with_name(name).read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 7))
        assert "from __future__ import annotations" in source


def test_a_python_without_venv_is_told_the_package(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Trouble) as caught:
        python_side.make_venv(places)
    assert "apt-get install python3-venv" in str(caught.value)


def test_an_environment_of_another_place_does_not_stand(places: Places) -> None:
    bin_folder = places.venv / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").symlink_to("/nowhere/python")
    (bin_folder / "activate").write_text('VIRTUAL_ENV="/elsewhere/.venv"')
    assert not python_side.venv_stands(places)
    (bin_folder / "activate").write_text(f'VIRTUAL_ENV="{places.venv}"')
    assert not python_side.venv_stands(places)  # its Python is gone


@pytest.mark.parametrize("port", ["", "http", "0", "70000", "-1", "80 80", "８０００"])
def test_a_port_that_is_no_number(port: str) -> None:
    with pytest.raises(Trouble) as caught:
        machine.check_port(port)
    assert "is not a port number" in str(caught.value)
    assert "make demo PORT=8001" in str(caught.value)


def test_a_busy_port_names_a_free_one() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Trouble) as caught:
            machine.check_port(str(port))
    assert f"Port {port} is in use" in str(caught.value)
    free = int(str(caught.value).rsplit("PORT=", maxsplit=1)[1])
    assert free != port
    assert machine.check_port(str(free)) == free


def test_a_busy_port_stops_before_the_work_begins(
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    begun = []
    monkeypatch.setattr(prepare, "prepare", lambda *_, **__: begun.append(1))
    options = argparse.Namespace(level="app", port="x", browser=False, code=False)
    assert prepare.guarded(places, options) == 1
    assert not begun
    assert "is not a port number" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("OSError: [Errno 28] No space left on device", "why.disk"),
        ("npm error code ENOSPC\nnpm error network", "why.disk"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "why.hash"),
        ("error: Hash mismatch for `django==5.2.19`", "why.hash"),
        ("npm error code EINTEGRITY", "why.hash"),
        ("invalid peer certificate: UnknownIssuer", "why.certificate"),
        ("npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "why.certificate"),
        ("npm error code EAI_AGAIN", "why.network"),
        ("dns error: failed to lookup address information", "why.network"),
        ("ERROR: Could not find a version (from versions: none)", "why.network"),
        ("npm error code EACCES", "why.permission"),
        ("something nobody thought of", "why.other"),
    ],
)
def test_the_cause_is_told_from_what_was_printed(printed: str, code: str) -> None:
    assert cause_of(printed) == code


def test_a_failing_command_leaves_its_log(places: Places) -> None:
    log = places.log("uv")
    command = ["sh", "-c", "echo Temporary failure in name resolution; exit 3"]
    with pytest.raises(Trouble) as caught:
        run(command, log=log, cwd=places.root)
    assert caught.value.code == "why.network"
    assert str(log) in str(caught.value)
    assert "name resolution" in log.read_text()


def test_our_own_full_disk_is_a_sentence_too(
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(_: argparse.Namespace) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(prepare, "work", full)
    assert prepare.guarded(places, argparse.Namespace()) == 1
    assert "The disk is full" in capsys.readouterr().err
    assert cause_of_error(OSError(errno.EIO, "?")) is None


def test_a_stop_by_hand_is_no_traceback(
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(_: argparse.Namespace) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(prepare, "work", stop)
    assert prepare.guarded(places, argparse.Namespace()) == 1
    assert "goes on from here" in capsys.readouterr().err


def test_every_missing_program_has_its_line() -> None:
    lines = machine.what_is_off(lambda name: None)
    assert len(lines) == len(machine.PROGRAMS)
    for line, (name, _, packages) in zip(lines, machine.PROGRAMS, strict=True):
        assert name in line
        assert f"apt-get install {packages}" in line


def test_a_program_under_another_name_is_not_missing() -> None:
    has = {"google-chrome", "libreoffice"}
    lines = machine.what_is_off(lambda name: name if name in has else None)
    assert [line.split(":")[0].strip() for line in lines] == ["tesseract"]


def test_a_missing_browser_is_an_error_only_where_required(
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(machine, "find_browser", lambda: None)
    monkeypatch.setattr(machine, "may_install", lambda: False)
    assert machine.ensure_browser(places, required=False) is False
    assert "Browser tests: OFF" in capsys.readouterr().out
    with pytest.raises(Trouble, match="CI=true requires the browser tests"):
        machine.ensure_browser(places, required=True)


def test_root_on_debian_has_its_browser_installed(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def apt(command: list[str], **_: object) -> str:
        asked.append(command)
        return ""

    monkeypatch.setattr(machine, "run", apt)
    monkeypatch.setattr(machine, "may_install", lambda: True)
    monkeypatch.setattr(
        machine, "find_browser", lambda: "/usr/bin/chromium" if asked else None
    )
    assert machine.ensure_browser(places, required=True) is True
    assert [command[1] for command in asked] == ["update", "install"]
    assert machine.ensure_browser(places, required=True) is True
    assert len(asked) == 2


def test_the_reader_of_scans_is_installed_where_it_can_be(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def apt(command: list[str], **_: object) -> str:
        asked.append(command)
        return ""

    monkeypatch.setattr(machine, "run", apt)
    monkeypatch.setattr(machine, "reads_scans", lambda: bool(asked))
    monkeypatch.setattr(machine, "may_install", lambda: False)
    assert machine.ensure_reader(places) is False
    monkeypatch.setattr(machine, "may_install", lambda: True)
    assert machine.ensure_reader(places) is True
    assert asked[1][1:] == ["install", "-y", "tesseract-ocr", "tesseract-ocr-vie"]
    assert machine.ensure_reader(places) is True
    assert len(asked) == 2


def test_a_package_without_its_file_keeps_the_old_vendor(places: Places) -> None:
    places.vendor.mkdir(parents=True)
    (places.vendor / "kept").touch()
    with pytest.raises(Trouble) as caught:
        front_end.copy_files(places.root / "node_modules", places.vendor)
    assert "setup/front_end.py" in str(caught.value)
    assert (places.vendor / "kept").exists()


def test_a_style_sheet_names_no_map_that_is_not_served(places: Places) -> None:
    packages = places.root / "node_modules"
    for source, _ in front_end.FILES:
        (packages / source).parent.mkdir(parents=True, exist_ok=True)
        (packages / source).write_text("a{}\n/*# sourceMappingURL=x.css.map */\n")
    front_end.copy_files(packages, places.vendor)
    assert (places.vendor / "bootstrap/bootstrap.min.css").read_text() == "a{}\n"
    assert len(list(places.vendor.rglob("LICENSE*"))) == 4


def test_a_secret_is_never_made_over_an_old_one(places: Places) -> None:
    secret = places.root / "secret-key"
    prepare.make_secret(secret)
    first = secret.read_text()
    assert len(first.strip()) >= 50
    assert secret.stat().st_mode & 0o777 == 0o600
    prepare.make_secret(secret)
    assert secret.read_text() == first


def test_sentences_are_in_the_language_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert say("port.busy", port=1, free=2).startswith("Cổng 1 đang có")
