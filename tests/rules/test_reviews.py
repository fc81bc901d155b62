"""What a review says from records: every figure, what it rests on, and nothing else."""

from datetime import date
from typing import Any

import pytest

from phoihop.programmes.rules.state import TaskState
from phoihop.reports.rules import Cite, Content, PlanLine, Proof, TaskLine, content

pytestmark = pytest.mark.pure

DAY = date(2026, 12, 14)


def line(id: int, state: TaskState, **other: Any) -> TaskLine:
    """A task led by an invented body."""
    words = {"text": f"Việc {id}", "lead": "Sở Nội vụ"} | other
    return TaskLine(id=id, state=state, **words)


def said(*tasks: TaskLine, **other: Any) -> dict[str, list[str]]:
    """The sentences about one plan with these tasks, by block."""
    plan = PlanLine(1, "Kế hoạch phối hợp năm 2026", "", tasks, **other)
    found: dict[str, list[str]] = {}
    for fact in content([plan], DAY).facts:
        found.setdefault(fact.block, []).append(fact.text)
    return found


def test_a_plan_without_tasks_says_nothing() -> None:
    """Missing is not zero (product rule 2): no sentence, and no figure of nought."""
    assert said() == {}


def test_the_first_sentence_counts_every_state() -> None:
    """Done of all, late ones named, and what the rest are."""
    found = said(
        line(1, TaskState.DONE_ON_TIME, done=date(2026, 6, 1)),
        line(2, TaskState.DONE_LATE, done=date(2026, 7, 1)),
        line(3, TaskState.OVERDUE, due=date(2026, 12, 1)),
    )
    assert found["results"][0] == (
        "Tính đến hết ngày 14/12/2026, đã hoàn thành 2/3 nhiệm vụ (đạt 66,7 %), trong "
        "đó 1 nhiệm vụ xong sau hạn; còn 1 nhiệm vụ quá hạn."
    )


def test_a_done_task_says_who_when_and_with_what_result() -> None:
    """The lead's last words, without the list mark and the stop."""
    found = said(
        line(
            1,
            TaskState.DONE_ON_TIME,
            text="- Mở lớp tập huấn.",
            done=date(2026, 5, 20),
            note="Đã mở 3 lớp cho 120 cán bộ.",
        )
    )
    assert found["results"][1] == (
        "Sở Nội vụ: Mở lớp tập huấn; hoàn thành ngày 20/05/2026; kết quả: Đã mở 3 lớp "
        "cho 120 cán bộ."
    )


def test_counts_of_the_same_thing_are_summed_and_cite_each_proof() -> None:
    """1.250 + 300 buổi, from two reports; a paper is no count."""
    first = Proof(11, "Số buổi tuyên truyền", 1250)
    second = Proof(12, "Số buổi tuyên truyền", 300)
    paper = Proof(13, "Báo cáo số 5")
    plan = PlanLine(
        1,
        "Kế hoạch",
        "",
        (
            line(1, TaskState.IN_TIME, proofs=(first, paper)),
            line(2, TaskState.IN_TIME, proofs=(second,)),
        ),
    )
    facts = content([plan], DAY).facts
    sums = [fact for fact in facts if "buổi" in fact.text]
    assert [fact.text for fact in sums] == ["Số buổi tuyên truyền: 1.550."]
    assert sums[0].cites == (
        Cite("task", 1),
        Cite("evidence", 11),
        Cite("task", 2),
        Cite("evidence", 12),
    )


def test_an_overdue_task_without_a_report_has_no_data() -> None:
    """Not nought per cent."""
    found = said(line(1, TaskState.OVERDUE, due=date(2026, 12, 4)))
    assert found["limits"] == [
        "Còn 1 nhiệm vụ quá hạn chưa hoàn thành:",
        "Sở Nội vụ: Việc 1 (hạn 04/12/2026, quá 10 ngày; không có số liệu về tiến độ).",
    ]


def test_where_nothing_is_overdue_the_tasks_with_a_due_date_say_so() -> None:
    """Of tasks without one nothing is known, and nothing said."""
    due = line(1, TaskState.IN_TIME, due=date(2026, 12, 20))
    assert said(due, line(2, TaskState.IN_TIME))["limits"] == [
        "Đến hết ngày 14/12/2026, không có nhiệm vụ nào quá hạn."
    ]
    assert "limits" not in said(line(2, TaskState.IN_TIME))


def test_causes_are_only_reasons_on_record() -> None:
    """A paused task gives its reason; an overdue one gives none by itself."""
    found = said(
        line(1, TaskState.PAUSED, reason="chờ hướng dẫn của cấp trên"),
        line(2, TaskState.OVERDUE, due=date(2026, 1, 1)),
    )
    assert found["causes"] == [
        "Việc 1 (Sở Nội vụ) tạm dừng vì: chờ hướng dẫn của cấp trên."
    ]


def test_nobody_is_proposed_anything_by_the_records() -> None:
    """Proposals are the body's own words, always."""
    found = said(line(1, TaskState.OVERDUE, due=date(2026, 1, 1)))
    assert "proposals" not in found


def test_what_is_left_goes_on_in_the_order_of_its_dues() -> None:
    """Without a due date it comes last."""
    found = said(
        line(1, TaskState.IN_TIME),
        line(2, TaskState.IN_TIME, due=date(2027, 3, 1)),
        line(3, TaskState.WAITING, due=date(2026, 12, 20)),
        line(4, TaskState.DROPPED),
    )
    assert found["direction"] == [
        "Tiếp tục thực hiện 3 nhiệm vụ chưa hoàn thành, do Sở Nội vụ chủ trì:",
        "Việc 3 (hạn 20/12/2026).",
        "Việc 2 (hạn 01/03/2027).",
        "Việc 1.",
    ]


def test_of_several_leads_each_item_names_its_own() -> None:
    """Only what is true of all is said once."""
    found = said(line(1, TaskState.IN_TIME, lead="Sở Y tế"), line(2, TaskState.IN_TIME))
    assert found["direction"] == [
        "Tiếp tục thực hiện 2 nhiệm vụ chưa hoàn thành:",
        "Sở Y tế: Việc 1.",
        "Sở Nội vụ: Việc 2.",
    ]


def test_what_is_overdue_is_listed_among_the_limits_alone() -> None:
    """The direction counts it, and lists what else is left."""
    day = date(2026, 12, 1)
    late = [line(number, TaskState.OVERDUE, due=day) for number in (1, 2)]
    found = said(*late, line(3, TaskState.IN_TIME))
    assert found["limits"][0] == (
        "Còn 2 nhiệm vụ quá hạn chưa hoàn thành, do Sở Nội vụ chủ trì:"
    )
    assert found["direction"] == [
        "Tập trung hoàn thành 2 nhiệm vụ quá hạn nêu trên.",
        "Tiếp tục thực hiện 1 nhiệm vụ chưa hoàn thành:",
        "Sở Nội vụ: Việc 3.",
    ]


def test_clauses_without_a_task_are_a_limit() -> None:
    """The coverage of the plan, in one sentence."""
    found = said(line(1, TaskState.IN_TIME), clauses=16, covered=14)
    assert found["limits"] == [
        "Kế hoạch phối hợp năm 2026: 2/16 mục chưa có nhiệm vụ cụ thể."
    ]


def test_every_sentence_cites_a_record() -> None:
    """Product rule 8; and every id is that of a task or plan that was given."""
    states = list(TaskState)
    tasks = tuple(
        line(
            number,
            state,
            due=date(2026, 12, 1),
            done=date(2026, 12, 2),
            reason="lý do",
            note="kết quả",
            report=100 + number,
            returned=1,
        )
        for number, state in enumerate(states, 1)
    )
    plan = PlanLine(7, "Kế hoạch", "", tasks, clauses=2, covered=1)
    facts = content([plan], DAY).facts
    assert facts
    for fact in facts:
        assert fact.cites
        for cite in fact.cites:
            known = {"plan": {7}, "task": set(range(1, 10))}
            known["progress"] = {100 + number for number in known["task"]}
            assert cite.id in known[cite.kind]


def test_a_final_review_reads_back_the_same() -> None:
    """What is stored when it is finished is what was shown."""
    plan = PlanLine(1, "Kế hoạch", "", (line(1, TaskState.OVERDUE, due=DAY),))
    found = content([plan], DAY)
    assert Content.from_plain(found.as_plain()) == found
