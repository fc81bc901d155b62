"""What the desk says: each rule of the reader in words, each due with its day."""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from phoihop.documents import values
from phoihop.documents.drafts import LIST_MARK, NO_DUE, blank, due_of, plain
from phoihop.pages.draft_forms import FORMS, stored_day
from phoihop.pages.draft_words import DOUBTS, LABELS, LIKENESS, WHY, day_of, due_words
from phoihop.reading import gazetteer
from phoihop.reading.duties.drafts import SURE
from phoihop.reading.engine import read
from phoihop.reading.findings import Field
from phoihop.reading.fitting import Doubt
from setup.places import HERE

pytestmark = pytest.mark.pure

RULE = re.compile(
    r'"((?:cited|header|issuer|meeting|party|period|signature|subject)\.[a-z_]+)"'
)


def rules() -> Iterator[str]:
    """Every rule that a finding may name."""
    yield from SURE
    yield "numbered_item"
    for file in (HERE.root / "phoihop" / "reading").glob("*.py"):
        yield from RULE.findall(file.read_text(encoding="utf-8"))


def test_every_rule_of_the_reader_is_said_in_words() -> None:
    assert set(rules()) - set(WHY) == set()


def test_so_is_every_reason_of_a_candidate() -> None:
    assert set(gazetteer.Because.__args__) == set(LIKENESS)  # type: ignore[attr-defined]  # of a Literal
    assert set(Doubt) == set(DOUBTS)


def test_every_field_has_a_label_a_form_and_an_empty_value() -> None:
    assert set(LABELS) == set(FORMS) == set(Field)
    for field in Field:
        value = blank(field, "chữ")
        assert list(values.bodies(field, value)) == []


@pytest.mark.parametrize(
    ("due", "read", "said"),
    [
        ({"kind": "date", "value": "2026-06-30", "bound": "before"}, "trước 30/6/2026",
         "29/06/2026 (đọc: «trước 30/6/2026»)"),
        ({"kind": "date", "value": "2026-06-30"}, "ngày 30/6",
         "30/06/2026 (đọc: «ngày 30/6»)"),
        ({"kind": "quarter", "value": "2026-Q3"}, "", "30/09/2026"),
        ({"kind": "recurring", "value": "monthly"}, "", "hằng tháng"),
        ({"kind": "event", "note": "trước kỳ họp"}, "",
         "chưa thành ngày; nhập ngày khi sửa nếu đã biết (đọc: «trước kỳ họp»)"),
        ({"kind": "event", "note": "trước kỳ họp", "date": "2026-07-01"}, "",
         "01/07/2026 (đọc: «trước kỳ họp»)"),
        ({"kind": "none", "note": "31/02/2026"}, "",
         "không tính được hạn (đọc: «31/02/2026»)"),
        ({}, "", "không có hạn"),
    ],
)  # fmt: skip
def test_a_due_is_said_as_computed_and_as_read(
    due: dict[str, Any], read: str, said: str
) -> None:
    assert due_words({**NO_DUE, **due}, read) == said


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("trước 30/6/2026", "date", "2026-06-30"),
        ("quý III/2026", "quarter", "2026-Q3"),
        ("hằng tháng", "recurring", "monthly"),
    ],
)
def test_a_person_writes_a_due_as_papers_do(words: str, kind: str, value: str) -> None:
    due = due_of(words)
    assert due is not None
    assert (due["kind"], due["value"], due["note"]) == (kind, value, words)


def test_words_that_say_no_due_are_told_apart() -> None:
    assert due_of("sớm nhất có thể") is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("30/6/2026", "2026-06-30"), ("06/2026", "2026-06"), ("2026", "2026"),
     ("31/02/2026", "2026-02-31"), ("hôm qua", "hôm qua")],
)  # fmt: skip
def test_a_day_is_stored_as_the_reader_stores_it(typed: str, stored: str) -> None:
    assert stored_day(typed) == stored
    if stored[0].isdigit() and "31" not in stored:
        assert stored_day(day_of(stored)) == stored


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1. Mở lớp", "Mở lớp"),
        ("1.1. Mở lớp", "Mở lớp"),
        ("2.1.3 Mở lớp", "Mở lớp"),
        ("(2) Mở lớp", "Mở lớp"),
        ("a) Mở lớp", "Mở lớp"),
        ("- Mở lớp", "Mở lớp"),
        ("30.6.2026 mở lớp", "30.6.2026 mở lớp"),
        ("3 lớp được mở", "3 lớp được mở"),
    ],
)
def test_a_duty_is_kept_without_its_mark_in_the_list(written: str, said: str) -> None:
    assert LIST_MARK.sub("", written) == said


def test_what_is_stored_of_a_paper_is_composed_however_it_was_typed() -> None:
    """One duty, its name and its item are the same words to whoever compares them."""
    text = unicodedata.normalize(
        "NFD",
        "KẾ HOẠCH\nPhối hợp năm 2026\n\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Sở Nội vụ chủ trì mở lớp tập huấn trong tháng 6/2026.\n",
    )
    found = read(text)

    def nobody(words: str, among: tuple[str, ...] = ()) -> None:
        """No body is known: the words alone are looked at."""

    values = [plain(one, found.text, nobody) for one in found.findings]
    stored = json.dumps(values, ensure_ascii=False)
    assert "Sở Nội vụ chủ trì mở lớp" in stored
    assert stored == unicodedata.normalize("NFC", stored)
