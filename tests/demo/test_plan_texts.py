"""The demo's texts show every state on whatever day it is made."""

from collections import Counter
from datetime import date

import pytest

from phoihop.chores.demo_bodies import BODIES, as_written
from phoihop.chores.demo_plan_texts import TaskText, plans, waiting, year_of
from phoihop.programmes.rules.state import Phase, TaskState, task_state

pytestmark = pytest.mark.pure

TODAYS = [
    date(2026, 6, 15),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 3, 16),
    date(2027, 3, 17),
    date(2028, 2, 29),
    date(2028, 11, 30),
]
PHASES = {
    "final": Phase.REPORTED,
    "return": Phase.OPEN,
    "accept": Phase.DONE,
    "pause": Phase.PAUSED,
    "drop": Phase.DROPPED,
    "finish": Phase.DONE,
}
STATES = {
    TaskState.NOT_STARTED: 24,
    TaskState.IN_TIME: 21,
    TaskState.AT_RISK: 12,
    TaskState.OVERDUE: 12,
    TaskState.WAITING: 8,
    TaskState.DONE_ON_TIME: 28,
    TaskState.DONE_LATE: 8,
    TaskState.PAUSED: 4,
    TaskState.DROPPED: 3,
}


def ends_in(task: TaskText, today: date) -> TaskState:
    """The state that a task comes to by its steps."""
    phase, done, percent = Phase.OPEN, None, None
    for step in task.steps:
        phase = PHASES.get(step.verb, phase)
        percent = step.percent or percent
        if step.verb in ("final", "finish"):
            done = step.day
    return task_state(
        phase=phase,
        due=task.due.last,
        done=done if phase is Phase.DONE else None,
        percent=percent,
        on=today,
    )


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_every_state_shows_on_whatever_day(today: date) -> None:
    tasks = [task for plan in plans(today) for task in plan.tasks]
    assert Counter(ends_in(task, today) for task in tasks) == STATES
    assert sum(task.is_outside for task in tasks) == 2


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_nothing_is_done_before_its_plan_or_after_today(today: date) -> None:
    for plan in plans(today):
        for task in plan.tasks:
            days = [step.day for step in task.steps]
            assert days == sorted(days), task.text
            assert all(plan.paper["day"] < day <= today for day in days), task.text


def test_no_two_tasks_are_alike() -> None:
    said = [task.text for plan in plans(TODAYS[0]) for task in plan.tasks]
    assert len(said) == len(set(said)) == 120


def test_every_body_of_the_texts_is_one_of_the_province() -> None:
    known = {body.key for body in BODIES}
    for plan in (*plans(TODAYS[0]), waiting(TODAYS[0])):
        parties = {plan.standing, *plan.partners}
        assert parties <= known
        for task in plan.tasks:
            assert task.lead in parties, task.text
            assert set(task.helpers) <= known - {task.lead}, task.text
            assert {one.body for one in task.supports} <= set(task.helpers), task.text


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2027, 3, 16), 2026),
        (date(2027, 3, 17), 2027),
        (date(2028, 3, 16), 2028),
        (date(2027, 12, 31), 2027),
    ],
)
def test_the_year_has_begun_long_enough_to_have_a_story(today: date, year: int) -> None:
    assert year_of(today) == year


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("08/11/2026", date(2026, 11, 8)),
        ("Trước ngày 19/01/2027", date(2027, 1, 18)),
        ("Tháng 12/2026", date(2026, 12, 31)),
        ("Quý I/2027", date(2027, 3, 31)),
        ("6 tháng đầu năm 2027", date(2027, 6, 30)),
        ("Năm 2025", date(2025, 12, 31)),
        ("Hằng tháng", date(2026, 12, 18)),
        ("Thường xuyên", None),
        ("Trước hội thi nhà nông cấp tỉnh", date(2027, 1, 11)),
    ],
)
def test_a_due_is_written_as_papers_write_it(words: str, last: date | None) -> None:
    tasks = [task for plan in plans(date(2026, 11, 20)) for task in plan.tasks]
    assert last in {task.due.last for task in tasks if task.due.words == words}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Sở Y tế tỉnh Lam Khê", "Sở Y tế"),
        ("Công an tỉnh Lam Khê", "Công an tỉnh"),
        ("Ủy ban nhân dân xã Đồng Mây", "UBND xã Đồng Mây"),
        ("Công ty cổ phần Cấp nước Lam Khê", "Công ty cổ phần Cấp nước Lam Khê"),
    ],
)
def test_papers_leave_the_name_of_the_province_out(name: str, written: str) -> None:
    assert as_written(name) == written
