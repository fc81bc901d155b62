"""What ``phoihop read`` finds in the papers of samples/."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from phoihop import cli

pytestmark = pytest.mark.pure

SAMPLES = Path(__file__).parents[3] / "samples"
BAN = "Ban Tuyên giáo và Dân vận Tỉnh ủy"
SO = "Sở Nông nghiệp và Môi trường"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"


def read(name: str, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The line that the command prints for a sample."""
    assert cli.main(["read", str(SAMPLES / name)]) == 0
    line: dict[str, Any] = json.loads(capfd.readouterr().out)
    return line


@pytest.fixture
def plan(capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return read("ke-hoach-phoi-hop-2027.docx", capfd)


@pytest.fixture
def rules(capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return read("quy-che-phoi-hop.pdf", capfd)


@pytest.fixture
def news(capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return read("tin-hoi-nghi-phoi-hop.txt", capfd)


def rows(plan: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """The tasks of the plan's table by their number in it."""
    first = [(task["text"].split("\t")[0], task) for task in plan["tasks"]]
    return {int(number): task for number, task in first if number.isdecimal()}


def test_the_plan_has_its_number_type_day_and_signers(plan: dict[str, Any]) -> None:
    doc = plan["doc"]
    assert doc["number"] == "36/KHPH-BTGDVTU-SNNMT-MTTQ"
    assert doc["type"] == "kế hoạch"
    assert doc["issued_on"] == "2026-11-12"
    signers = [signer["name"] for signer in doc["signers"]]
    assert signers == ["Đinh Thị Hải Yến", "Lương Quốc Thịnh", "Mạc Thị Kim Oanh"]
    assert (plan["period"]["from"], plan["period"]["to"]) == ("2027", "2027")


def test_the_plans_table_has_twenty_tasks_with_their_leads(
    plan: dict[str, Any],
) -> None:
    found = rows(plan)
    assert sorted(found) == list(range(1, 21))
    assert Counter(task["lead"] for task in found.values()) == {
        BAN: 5,
        SO: 7,
        FRONT: 7,
        f"{BAN}; {SO}": 1,
    }
    assert found[6]["lead"] == f"{BAN}; {SO}"
    assert found[8]["supporting"] == [SO, "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"]


def test_the_plans_dues_are_of_many_kinds(plan: dict[str, Any]) -> None:
    due = {number: task["due"] for number, task in rows(plan).items()}
    assert (due[1]["kind"], due[1]["value"]) == ("month", "2027-03")
    assert (due[2]["kind"], due[2]["value"]) == ("date", "2027-04-15")
    assert due[2]["note"] == "Trước ngày 15/4/2027"
    assert (due[3]["kind"], due[3]["value"]) == ("recurring", "monthly")
    assert (due[5]["kind"], due[5]["value"]) == ("quarter", "2027-Q2")
    assert (due[14]["kind"], due[14]["value"]) == ("year", "2027")
    assert (due[16]["kind"], due[16]["value"]) == ("recurring", "continuous")


def test_a_clause_of_the_plan_holds_a_duty_of_its_own(plan: dict[str, Any]) -> None:
    (duty,) = [task for task in plan["tasks"] if "sổ tay xử lý" in task["text"]]
    assert duty["lead"] == SO
    assert duty["supporting"] == ["Công ty cổ phần Cấp nước Lam Khê"]
    assert duty["due"]["value"] == "2027-03-31"
    assert len(plan["tasks"]) == 21


def test_the_regulation_is_read_out_of_the_pdf(rules: dict[str, Any]) -> None:
    doc = rules["doc"]
    assert doc["number"] == "17/QCPH-SGDĐT-CAT"
    assert doc["type"] == "quy chế"
    assert doc["issued_on"] == "2026-08-20"
    assert rules["parties"] == ["Sở Giáo dục và Đào tạo", "Công an tỉnh"]
    leads = Counter(task["lead"] for task in rules["tasks"])
    assert leads["Công an tỉnh"] == 3
    assert leads["Sở Giáo dục và Đào tạo"] == 3


def test_the_news_is_of_a_meeting_and_of_two_signed_plans(
    news: dict[str, Any],
) -> None:
    meeting = news["meeting"]
    assert (meeting["kind"], meeting["date"]) == ("hội nghị", "2026-11-18")
    assert meeting["chair"] == "Đinh Thị Hải Yến"
    cited = [reference["number"] for reference in news["references"]]
    assert cited == ["37-KHPH/BTGDVTU-SYT", "38-KHPH/BTGDVTU-TĐTN"]
    assert "Sở Y tế" in {task["lead"] for task in news["tasks"]}


def test_the_plan_has_three_issuers_and_three_parties(plan: dict[str, Any]) -> None:
    """Names broken over lines are whole; none runs on over the cells of the table."""
    assert plan["doc"]["issuers"] == [
        "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY LAM KHÊ",
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LAM KHÊ",
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LAM KHÊ",
    ]
    assert plan["parties"] == [BAN, SO, FRONT]


def test_a_due_before_a_session_is_before_an_event(plan: dict[str, Any]) -> None:
    """The year is that of the session: nobody has until its end."""
    due = rows(plan)[4]["due"]
    assert due["value"] is None
    assert due["note"] == "Trước kỳ họp thường lệ giữa năm 2027 của HĐND tỉnh"


def test_a_day_of_every_year_is_of_no_year(rules: dict[str, Any]) -> None:
    """Nor of the year of a law that the regulation is founded on."""
    due = [task["due"] for task in rules["tasks"]]
    assert due[0] == {
        "kind": "recurring",
        "value": "yearly",
        "note": "ngày 30 tháng 9 hằng năm",
    }
    assert due[4]["value"] == "yearly"
    assert rules["tasks"][5]["lead"] == "Hai cơ quan"


def test_the_news_has_three_parties(news: dict[str, Any]) -> None:
    """Those whom the first body signs with, in the words of the running text."""
    assert news["parties"] == [
        "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê",
        "Sở Y tế",
        "Tỉnh đoàn Lam Khê",
    ]


def test_the_news_tells_who_does_what_until_when(news: dict[str, Any]) -> None:
    """What was agreed, and what the chair asked each body for, clause by clause."""
    assert [(task["lead"], task["due"]["value"]) for task in news["tasks"]] == [
        ("Sở Y tế", "2027-Q1"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", None),
        ("Tỉnh đoàn", "2027-04-30"),
        ("Sở Y tế", "2027-01-15"),
        ("Tỉnh đoàn", "2027-03"),
        ("các cơ quan", "quarterly"),
    ]
