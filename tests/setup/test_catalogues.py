"""Catalogues are compiled without gettext; a broken one is refused with its line."""

import gettext
from pathlib import Path

import pytest

from setup import catalogues
from setup.words import Trouble

pytestmark = [pytest.mark.house, pytest.mark.pure]

HEAD = """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
SOUND = HEAD + 'msgid "Nhiệm vụ"\nmsgstr "Task"\n'


def plant(root: Path, text: str) -> Path:
    folder = root / "phoihop" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "django.po").write_text(text, encoding="utf-8")
    return folder / "django.po"


def test_it_is_compiled(tmp_path: Path) -> None:
    source = plant(tmp_path, SOUND)
    catalogues.compile_all(tmp_path)
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Nhiệm vụ") == "Task"


@pytest.mark.parametrize(
    "broken",
    [
        SOUND + 'msgid "Hạn"\nmsgstr "Due\n',
        SOUND + "nonsense\n",
        SOUND + '\n#, python-format\nmsgid "Còn %(days)d"\nmsgstr "%(day)d left"\n',
        SOUND + '\n#, python-format\nmsgid "Còn %(days)d"\nmsgstr "%(days)s of %d"\n',
    ],
    ids=["no end", "no keyword", "another blank", "a mixed blank"],
)
def test_a_broken_one_is_refused_with_its_line(tmp_path: Path, broken: str) -> None:
    source = plant(tmp_path, broken)
    with pytest.raises(Trouble) as caught:
        catalogues.compile_all(tmp_path)
    where = "phoihop/locale/en/LC_MESSAGES/django.po, line "
    assert where in str(caught.value)
    assert int(str(caught.value).split(where)[1].split(":")[0]) >= 8
    assert "What to do: " in str(caught.value)
    assert not source.with_suffix(".mo").exists()


def test_a_broken_one_leaves_the_old_compiled_one(tmp_path: Path) -> None:
    compiled = plant(tmp_path, SOUND).with_suffix(".mo")
    catalogues.compile_all(tmp_path)
    before = compiled.read_bytes()
    plant(tmp_path, SOUND + "nonsense\n")
    with pytest.raises(Trouble):
        catalogues.compile_all(tmp_path)
    assert compiled.read_bytes() == before


def test_texts_of_code_and_templates_are_gathered(tmp_path: Path) -> None:
    target = plant(tmp_path, SOUND)
    package = tmp_path / "phoihop"
    pages = package / "pages" / "templates"
    pages.mkdir(parents=True)
    (package / "code.py").write_text('_("Nhiệm vụ")\npgettext_lazy("ngày", "Hạn")\n')
    (pages / "page.html").write_text(
        '<main>\n    <p>it\'s\n  {% translate "Kế hoạch" %}\n'
        '{% button _("Gửi") %}\n </main>'
        "{% blocktranslate count n=n %}Một việc{% plural %}{{ n }} việc"
        "{% endblocktranslate %}"
    )
    catalogues.update_all(tmp_path)
    found = catalogues.read_sound(target, tmp_path)
    task, due = found.get("Nhiệm vụ"), found.get("Hạn", context="ngày")
    assert task is not None
    assert task.string == "Task"
    assert due is not None
    before = target.read_bytes()
    catalogues.update_all(tmp_path)
    assert target.read_bytes() == before
    texts = {m.id if isinstance(m.id, str) else m.id[0] for m in found}
    assert {"Kế hoạch", "Gửi", "Một việc"} <= texts


def test_a_text_that_no_file_says_any_more_is_dropped(tmp_path: Path) -> None:
    target = plant(tmp_path, SOUND)
    (tmp_path / "phoihop" / "zebra.py").write_text('_("Hạn")\n')
    (tmp_path / "phoihop" / "apple.py").write_text('_("Việc")\n')
    catalogues.update_all(tmp_path)
    written = target.read_text(encoding="utf-8")
    assert "Nhiệm vụ" not in written
    assert "#~" not in written
    # In the order of the files, so that what belongs together stands together.
    assert written.index("Việc") < written.index("Hạn")


def test_a_house_without_catalogues_says_where_to_begin(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="There is no catalogue"):
        catalogues.update_all(tmp_path)
