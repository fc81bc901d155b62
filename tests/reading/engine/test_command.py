"""``phoihop read``: one JSON object a line, no database, no site."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from phoihop import cli
from tests.hostile.papers import docx, paragraph
from tests.reading.engine.found import HEADER

pytestmark = pytest.mark.pure


def said(capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """The lines that the command printed."""
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_each_file_is_a_line_with_its_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "kế hoạch.txt"
    plain.write_text(f"{HEADER}\nKẾ HOẠCH\nPhối hợp năm 2026\n", encoding="utf-8")
    word = tmp_path / "thông báo.docx"
    word.write_bytes(docx("".join(map(paragraph, [*HEADER.splitlines(), "THÔNG BÁO"]))))
    assert cli.main(["read", str(plain), str(word)]) == 0
    first, second = said(capfd)
    assert (first["file"], second["file"]) == ("kế hoạch.txt", "thông báo.docx")
    for line, kind in ((first, "kế hoạch"), (second, "thông báo")):
        doc = line["doc"]
        assert isinstance(doc, dict)
        assert (doc["number"], doc["type"]) == ("84/KH-UBND", kind)


def test_a_file_that_cannot_be_read_has_a_code_and_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    good = tmp_path / "tốt.txt"
    good.write_text(HEADER, encoding="utf-8")
    wrong = tmp_path / "cũ.txt"
    wrong.write_bytes("Céng hßa x· héi".encode("latin-1"))
    files = [str(broken), str(tmp_path / "không có.txt"), str(wrong), str(good)]
    assert cli.main(["read", *files]) == 1
    lines = said(capfd)
    errors = [line.get("error") for line in lines]
    assert errors[3] is None
    codes = [error["code"] for error in errors if isinstance(error, dict)]
    assert codes == ["file.corrupt", "file.not_opened", "file.text_encoding"]
    assert all(
        error["sentence"] and error["sentence"] != error["code"]
        for error in errors
        if isinstance(error, dict)
    )


def test_without_a_site_no_django_is_started_and_the_sentence_is_vietnamese(
    tmp_path: Path,
) -> None:
    good = tmp_path / "a.txt"
    good.write_text(HEADER, encoding="utf-8")
    seen = (
        "import sys; from phoihop import cli; code = cli.main(sys.argv[1:]); "
        "print('django' in sys.modules, 'lxml' in sys.modules, code, file=sys.stderr)"
    )
    # Nothing of the site is set: neither its folder nor its database.
    bare = {key: value for key, value in os.environ.items() if key == "PATH"}
    for name, told, sentence in (
        ("a.txt", "False False 0", ""),
        ("không có.txt", "True False 1", "Không mở được tệp"),
    ):
        run = subprocess.run(
            [sys.executable, "-c", seen, "read", str(tmp_path / name)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=bare,
            cwd=Path(cli.__file__).parents[1],
            check=True,
        )
        assert run.stderr.strip() == told
        assert sentence in run.stdout


def test_a_word_that_is_no_file_is_not_taken_for_one() -> None:
    assert cli.main(["read", "--all", "x.txt"]) == 2
