"""A reading as plain values: the shape of the labels, dues of every kind."""

import json

import pytest

from phoihop.reading.engine import read
from phoihop.reading.findings import (
    Due,
    DueKind,
    Field,
    Finding,
    Name,
    Reading,
    Span,
    Task,
)
from phoihop.reading.shape import as_gold
from tests.reading.engine.found import HEADER

pytestmark = pytest.mark.pure


def test_a_paper_in_the_shape_of_the_labels() -> None:
    text = (
        f"{HEADER}\nKẾ HOẠCH\nPhối hợp năm 2026\n\nCăn cứ Chỉ thị số 4-CT/TU ngày "
        "1/2/2026;\nNơi nhận:\n- Lưu.\nCHỦ TỊCH\nTrần Thử\n"
    )
    gold = json.loads(json.dumps(as_gold(read(text))))
    assert gold["doc"]["number"] == "84/KH-UBND"
    assert gold["doc"]["type"] == "kế hoạch"
    assert gold["doc"]["issued_on"] == "2026-02-05"
    assert gold["doc"]["subject"] == "Phối hợp năm 2026"
    assert "symbol" not in gold["doc"]
    (signer,) = gold["doc"]["signers"]
    assert (signer["name"], signer["position"]) == ("Trần Thử", "CHỦ TỊCH")
    (cited,) = gold["references"]
    start, end = cited["span"]
    assert text[start:end] == cited["text"] == "Chỉ thị số 4-CT/TU ngày 1/2/2026"
    assert (gold["period"]["from"], gold["period"]["to"]) == ("2026", "2026")
    assert gold["meeting"] is None
    assert {found["field"] for found in gold["found"]} >= {"number", "type", "place"}


def test_an_empty_text_has_every_key_and_no_value() -> None:
    assert as_gold(read("")) == {
        "doc": {
            "number": None,
            "type": None,
            "issuers": [],
            "issued_on": None,
            "subject": None,
            "signers": [],
        },
        "parties": [],
        "period": None,
        "references": [],
        "tasks": [],
        "meeting": None,
        "found": [],
    }


@pytest.mark.parametrize(
    ("due", "plain"),
    [
        (Due(DueKind.DATE, "2026-06-30"), {"kind": "date", "value": "2026-06-30"}),
        (Due(DueKind.MONTH, "2026-06"), {"kind": "month", "value": "2026-06"}),
        (Due(DueKind.QUARTER, "2026-Q2"), {"kind": "quarter", "value": "2026-Q2"}),
        (Due(DueKind.HALF_YEAR, "2026-H1"), {"kind": "month", "value": "2026-06"}),
        (Due(DueKind.HALF_YEAR, "2026-H2"), {"kind": "month", "value": "2026-12"}),
        (Due(DueKind.YEAR, "2026"), {"kind": "year", "value": "2026"}),
        (
            Due(DueKind.RECURRING, "monthly", note="ngày 22"),
            {"kind": "recurring", "value": "monthly", "note": "ngày 22"},
        ),
        (
            Due(DueKind.EVENT, note="trước Đại hội"),
            {"kind": "none", "value": None, "note": "trước Đại hội"},
        ),
        (
            Due(DueKind.RELATIVE, note="ngay"),
            {"kind": "none", "value": None, "note": "ngay"},
        ),
        (Due(), {"kind": "none", "value": None}),
    ],
)
def test_dues_of_every_kind(due: Due, plain: dict[str, str | None]) -> None:
    lead = Name("Sở Tư pháp")
    task = Task(
        "Sở Tư pháp báo cáo", lead, (lead,), (Name("Sở Y tế"),), due, ("II", "1")
    )
    found = Finding(Field.TASK, task, Span(0, 18), 0.9, "duty.rule")
    (said,) = as_gold(Reading("Sở Tư pháp báo cáo", (found,)))["tasks"]
    assert said["due"] == plain
    assert (said["text"], said["lead"]) == ("Sở Tư pháp báo cáo", "Sở Tư pháp")
    assert said["supporting"] == ["Sở Y tế"]
    assert said["clause"] == ["II", "1"]
    assert said["span"] == [0, 18]
