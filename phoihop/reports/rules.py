"""The facts of a review, sentence by sentence, each with the records behind it. Pure.

The sentences are those of an official paper: Vietnamese, whatever the interface. What
no record says is not said; where a block has nothing, the paper prints
``NO_DATA`` (product rule 2: missing is not zero).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from phoihop.programmes.rules.state import TaskState

NO_DATA = "Không có số liệu."
# Where a list grows longer than this, the annex of tasks has the rest.
MOST_LISTED = 30

DONE = (TaskState.DONE_ON_TIME, TaskState.DONE_LATE)
IN_WORDS = {
    TaskState.IN_TIME: "đang thực hiện trong hạn",
    TaskState.AT_RISK: "sắp đến hạn",
    TaskState.NOT_STARTED: "chưa báo cáo tiến độ",
    TaskState.WAITING: "chờ nghiệm thu",
    TaskState.OVERDUE: "quá hạn",
    TaskState.PAUSED: "tạm dừng",
    TaskState.DROPPED: "đã bỏ",
}
ANNEX_WORDS = {
    TaskState.DONE_ON_TIME: "xong đúng hạn",
    TaskState.DONE_LATE: "xong sau hạn",
}


@dataclass(frozen=True)
class Cite:
    """A record behind a sentence: its kind and id."""

    kind: str
    id: int


@dataclass(frozen=True)
class Proof:
    """One piece of evidence: ``amount`` for a count, its words otherwise."""

    id: int
    text: str
    amount: int | None = None


@dataclass(frozen=True)
class TaskLine:
    """A task as it was recorded by the day of the review."""

    id: int
    text: str
    lead: str
    state: TaskState
    due: date | None = None
    done: date | None = None
    percent: int | None = None
    clause: str = ""
    routine: bool = False
    reason: str = ""
    report: int | None = None
    note: str = ""
    proofs: tuple[Proof, ...] = ()
    returned: int = 0

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The task, and the report that says how far it is."""
        own = (Cite("task", self.id),)
        return (*own, Cite("progress", self.report)) if self.report else own


@dataclass(frozen=True)
class PlanLine:
    """A plan that the body is in, with its tasks; what lies outside is left out."""

    id: int
    title: str
    number: str
    tasks: tuple[TaskLine, ...]
    clauses: int = 0
    covered: int = 0


@dataclass(frozen=True)
class Fact:
    """A sentence drafted from records. ``is_item`` stands in a list under the last."""

    block: str
    text: str
    cites: tuple[Cite, ...]
    is_item: bool = False


@dataclass(frozen=True)
class Content:
    """All that a review says from records: its sentences, and the rows of its annex.

    ``titles`` are the words of the tasks that the sentences rest on, by id.
    """

    facts: tuple[Fact, ...]
    rows: tuple[tuple[str, ...], ...]
    titles: tuple[tuple[int, str], ...]

    def as_plain(self) -> dict[str, Any]:
        """Words and numbers only, as a final review is stored."""
        return {
            "facts": [asdict(fact) for fact in self.facts],
            "rows": [list(row) for row in self.rows],
            "titles": [list(title) for title in self.titles],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Content":
        """The same again."""
        facts = [
            Fact(
                block=fact["block"],
                text=fact["text"],
                cites=tuple(Cite(**cite) for cite in fact["cites"]),
                is_item=fact["is_item"],
            )
            for fact in plain["facts"]
        ]
        return cls(
            tuple(facts),
            tuple(tuple(row) for row in plain["rows"]),
            tuple((pk, text) for pk, text in plain["titles"]),
        )


def content(plans: Iterable[PlanLine], on: date) -> Content:
    """Every sentence that the records support on this day, in the order of blocks."""
    held = tuple(plans)
    parts = (_results, _limits, _causes, _direction)
    facts = tuple(fact for part in parts for fact in part(held, on))
    titles = tuple((task.id, _bare(task.text)) for task in _all(held))
    return Content(facts, tuple(_rows(held)), titles)


def _rows(plans: tuple[PlanLine, ...]) -> Iterator[tuple[str, ...]]:
    """The annex: number, task, lead, due, state, result."""
    for number, task in enumerate(_all(plans), 1):
        due = written(task.due) if task.due else "-"
        state = ANNEX_WORDS.get(task.state) or IN_WORDS[task.state]
        yield str(number), _bare(task.text), task.lead, due, state, task.note or "-"


def written(day: date) -> str:
    """A day as papers write it in a running text."""
    return f"{day:%d/%m/%Y}"


def figure(number: int) -> str:
    """1234 as 1.234."""
    return f"{number:,}".replace(",", ".")


def _all(plans: tuple[PlanLine, ...]) -> list[TaskLine]:
    return [task for plan in plans for task in plan.tasks]


def _cites(tasks: Iterable[TaskLine]) -> tuple[Cite, ...]:
    return tuple(Cite("task", task.id) for task in tasks)


def _results(plans: tuple[PlanLine, ...], on: date) -> Iterator[Fact]:
    for plan in plans:
        if plan.tasks:
            yield _summary(plan, on, named=len(plans) > 1)
        done = [task for task in plan.tasks if task.state in DONE]
        assigned = [task for task in done if not task.routine]
        for task in assigned[:MOST_LISTED]:
            yield Fact("results", _done(task), task.cites, is_item=True)
        yield from _routine([task for task in plan.tasks if task.routine])
    yield from _counts(_all(plans))


def _summary(plan: PlanLine, on: date, *, named: bool) -> Fact:
    counted = Counter(task.state for task in plan.tasks)
    done = sum(counted[state] for state in DONE)
    total = len(plan.tasks)
    share = f" (đạt {_percent(done, total)})" if done else ""
    late = counted[TaskState.DONE_LATE]
    how = f", trong đó {late} nhiệm vụ xong sau hạn" if late else ""
    rest = [
        f"{counted[state]} nhiệm vụ {words}"
        for state, words in IN_WORDS.items()
        if counted[state]
    ]
    tail = f"; còn {', '.join(rest)}" if rest else ""
    begin = f"{plan.title}: tính" if named else "Tính"
    text = (
        f"{begin} đến hết ngày {written(on)}, đã hoàn thành {done}/{total} nhiệm vụ"
        f"{share}{how}{tail}."
    )
    return Fact("results", text, (Cite("plan", plan.id), *_cites(plan.tasks)))


def _percent(part: int, whole: int) -> str:
    """67/90 as "74,4 %"; a whole number without a comma."""
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def _done(task: TaskLine) -> str:
    words = [f"{task.lead}: {_bare(task.text)}"]
    if task.done:
        words.append(f"hoàn thành ngày {written(task.done)}")
    if task.note:
        words.append(f"kết quả: {_bare(task.note)}")
    return "; ".join(words) + "."


def _routine(tasks: list[TaskLine]) -> Iterator[Fact]:
    """Routine work appears in words only, without a share of anything."""
    reported = [task for task in tasks if task.note]
    for task in reported[:MOST_LISTED]:
        text = f"{task.lead} thường xuyên: {_bare(task.text)}; {_bare(task.note)}."
        yield Fact("results", text, task.cites, is_item=True)


def _counts(tasks: list[TaskLine]) -> Iterator[Fact]:
    """What was counted, summed where the words are the same."""
    sums: dict[str, int] = {}
    behind: dict[str, list[Cite]] = {}
    for task in tasks:
        for proof in task.proofs:
            if proof.amount is not None:
                words = _bare(proof.text)
                sums[words] = sums.get(words, 0) + proof.amount
                # Its task before it: a record is found on the page of its task.
                found = behind.setdefault(words, [])
                found += [Cite("task", task.id), Cite("evidence", proof.id)]
    if sums:
        cites = tuple(cite for found in behind.values() for cite in found)
        yield Fact("results", "Số liệu tổng hợp từ báo cáo của các đơn vị:", cites)
    for words, amount in sums.items():
        text = f"{words[:1].upper()}{words[1:]}: {figure(amount)}."
        yield Fact("results", text, tuple(behind[words]), is_item=True)


def _limits(plans: tuple[PlanLine, ...], on: date) -> Iterator[Fact]:
    tasks = _all(plans)
    overdue = [task for task in tasks if task.state is TaskState.OVERDUE]
    one = _one_lead(overdue)
    if overdue:
        text = f"Còn {len(overdue)} nhiệm vụ quá hạn chưa hoàn thành{_led(one)}:"
        yield Fact("limits", text, _cites(overdue))
    elif dated := [task for task in tasks if task.due]:
        # Counted, and therefore said: where no task has a due date nothing is known.
        text = f"Đến hết ngày {written(on)}, không có nhiệm vụ nào quá hạn."
        yield Fact("limits", text, _cites(dated))
    for task in overdue[:MOST_LISTED]:
        days = (on - task.due).days if task.due else 0
        text = (
            f"{_said(task, one)} (hạn {written(task.due or on)}, quá {days} ngày; "
            f"{_how_far(task)})."
        )
        yield Fact("limits", text, task.cites, is_item=True)
    late = [task for task in tasks if task.state is TaskState.DONE_LATE]
    if late:
        text = f"{len(late)} nhiệm vụ hoàn thành sau hạn."
        yield Fact("limits", text, _cites(late))
    returned = [task for task in tasks if task.returned]
    if returned:
        times = sum(task.returned for task in returned)
        text = (
            f"{len(returned)} nhiệm vụ có kết quả bị trả lại để bổ sung, tổng cộng "
            f"{times} lần."
        )
        yield Fact("limits", text, _cites(returned))
    for plan in plans:
        bare = plan.clauses - plan.covered
        if bare > 0:
            text = f"{plan.title}: {bare}/{plan.clauses} mục chưa có nhiệm vụ cụ thể."
            yield Fact("limits", text, (Cite("plan", plan.id),))


def _how_far(task: TaskLine) -> str:
    if task.percent is None:
        return "không có số liệu về tiến độ"
    return f"tiến độ {task.percent} %"


def _causes(plans: tuple[PlanLine, ...], on: date) -> Iterator[Fact]:
    """Only reasons on record; what lies behind them the body says itself."""
    for task in _all(plans):
        if task.reason and task.state in (TaskState.PAUSED, TaskState.DROPPED):
            verb = "tạm dừng" if task.state is TaskState.PAUSED else "bỏ"
            text = f"{_bare(task.text)} ({task.lead}) {verb} vì: {_bare(task.reason)}."
            yield Fact("causes", text, task.cites, is_item=True)


def _direction(plans: tuple[PlanLine, ...], on: date) -> Iterator[Fact]:
    """What goes on; what is overdue stands among the limits and is not listed again."""
    over = (*DONE, TaskState.DROPPED)
    left = [task for task in _all(plans) if task.state not in over]
    overdue = [task for task in left if task.state is TaskState.OVERDUE]
    if overdue:
        text = f"Tập trung hoàn thành {len(overdue)} nhiệm vụ quá hạn nêu trên."
        yield Fact("direction", text, _cites(overdue))
    rest = [task for task in left if task.state is not TaskState.OVERDUE]
    if not rest:
        return
    one = _one_lead(rest)
    text = f"Tiếp tục thực hiện {len(rest)} nhiệm vụ chưa hoàn thành{_led(one)}:"
    yield Fact("direction", text, _cites(rest))
    for task in sorted(rest, key=lambda task: (task.due or date.max, task.id))[
        :MOST_LISTED
    ]:
        until = f" (hạn {written(task.due)})" if task.due else ""
        yield Fact("direction", f"{_said(task, one)}{until}.", task.cites, is_item=True)


def _one_lead(tasks: list[TaskLine]) -> str:
    """The body that leads all of several tasks: said once, before their list."""
    leads = {task.lead for task in tasks}
    return leads.pop() if len(leads) == 1 and len(tasks) > 1 else ""


def _led(one: str) -> str:
    return f", do {one} chủ trì" if one else ""


def _said(task: TaskLine, one: str) -> str:
    """A task in a list: with who leads it, unless that was said of all."""
    return _bare(task.text) if one else f"{task.lead}: {_bare(task.text)}"


def _bare(text: str) -> str:
    """Words to go on with: one line, no list mark before them, no stop behind."""
    line = " ".join(text.split())
    return line.lstrip("-+•*– ").rstrip(" .;,:")
