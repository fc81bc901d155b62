"""The demo's plans are made as an officer makes them: of papers, by the real actions.

The paper is written, received and read; the drafts are decided one by one, and then
confirmed. So every task has its clause and the words of the paper that it comes from.
"""

from dataclasses import dataclass
from typing import Any

from phoihop import clock
from phoihop.chores.demo_bodies import BODIES, RENAMED, as_written
from phoihop.chores.demo_papers import paper_of
from phoihop.chores.demo_plan_texts import PlanText, TaskText
from phoihop.chores.demo_texts import SIGNERS
from phoihop.documents.actions import desk, receiving
from phoihop.documents.models import Document, Draft, Reading, ReadingState
from phoihop.drafting import docx
from phoihop.jobs import running
from phoihop.jobs.transport import send
from phoihop.organisations.actions import papers
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import Actor, scoped
from phoihop.programmes.actions import confirmations
from phoihop.programmes.actions.confirmations import Agreement
from phoihop.programmes.models import Plan, Programme
from phoihop.programmes.rules.confirming import number_of
from phoihop.reading.findings import Field

HEADS = [
    "TT",
    "Nội dung",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Kết quả",
    "Thời gian hoàn thành",
]
WIDTHS = [9, 43, 29, 31, 24, 29]
NAMES = {body.key: body.name for body in BODIES} | {one[0]: one[1] for one in RENAMED}
WORKER = "demo"

Bodies = dict[str, Organisation]


@dataclass(frozen=True)
class Signed:
    """A plan of the demo: its text and what was made of it."""

    text: PlanText
    plan: Plan


def write_paper(text: PlanText) -> bytes:
    """The plan's paper as .docx, its tasks in a table."""
    parties = (text.standing, *text.partners)
    told = {
        **text.paper,
        "place": "Lam Khê",
        "issuers": [NAMES[key] for key in parties],
        "signatures": [
            {"authority": SIGNERS[key][0], "name": SIGNERS[key][1]} for key in parties
        ],
        "filed": "VT các cơ quan",
        "table": {
            "heads": HEADS,
            "widths": WIDTHS,
            "rows": [
                (
                    str(number),
                    task.text,
                    as_written(NAMES[task.lead]),
                    "; ".join(as_written(NAMES[key]) for key in task.helpers),
                    task.result,
                    task.due.words,
                )
                for number, task in enumerate(text.tasks, 1)
            ],
        },
    }
    return docx.write(paper_of(told))


def receive(text: PlanText, name: str, by: Actor) -> Document:
    """Hand in the plan's paper; its reading is asked for."""
    on = clock.today()
    examined = papers.examine(data=write_paper(text), name=name, by=by, on=on)
    return receiving.receive(examined=examined, title="", by=by, on=on)


def sign(text: PlanText, programme: Programme, bodies: Bodies, by: Actor) -> Signed:
    """Receive the paper, look at its drafts and confirm them: the plan stands."""
    with scoped(by):
        document = receive(text, f"Kế hoạch {text.paper['number']}.docx", by)
        reading = read(document)
        decide(reading, text, bodies, by)
        agreement = Agreement(
            title=f"Kế hoạch {text.paper['subject'][0].lower()}"
            f"{text.paper['subject'][1:]}",
            year=text.year,
            partners=tuple(bodies[key] for key in text.partners),
            programme=programme,
            number=f"{text.paper['number']}/{text.paper['symbol']}",
            issued_on=text.paper["day"],
        )
        plan = confirmations.confirm(
            reading=reading,
            seen=reading.version,
            agreement=agreement,
            by=by,
            on=clock.today(),
        )
    return Signed(text, plan)


def read(document: Document) -> Reading:
    """Let the job read at once, under the clock that stands."""
    reading: Reading = document.readings.get()
    running.run(reading.job_id or 0, worker=WORKER, again=send)
    reading.refresh_from_db()
    if reading.state != ReadingState.READY:
        raise RuntimeError(f"The demo's paper was not read: {reading.fault}")
    return reading


def decide(reading: Reading, text: PlanText, bodies: Bodies, by: Actor) -> None:
    """Say of each task what the paper says, whatever the machine made of it.

    A draft that is none of the plan's tasks is dropped.
    """
    on = clock.today()
    drafts: list[Draft] = list(reading.drafts.order_by("position"))
    paths = {
        number_of(draft.value["path"]): list(draft.value["path"])
        for draft in drafts
        if draft.field == Field.CLAUSE
    }
    found = [draft for draft in drafts if draft.field == Field.TASK]
    for task in text.tasks:
        value = _value(task, paths.get(task.clause, []), bodies)
        draft = next((one for one in found if is_of(one, task)), None)
        if draft is None:
            _add(reading, task, value, by)
        else:
            found.remove(draft)
            desk.correct(draft=draft, seen=draft.version, value=value, by=by, on=on)
    for draft in found:
        desk.drop(draft=draft, seen=draft.version, by=by, on=on)


def is_of(draft: Draft, task: TaskText) -> bool:
    """Whether the draft is of this task; the machine gives the whole row of a table."""
    if draft.field != Field.TASK:
        return False
    return task.text in " ".join(draft.value["text"].split())


def _add(reading: Reading, task: TaskText, value: dict[str, Any], by: Actor) -> None:
    """By selecting its words in the paper."""
    start = reading.read_text.text.find(task.text)
    is_there = start >= 0
    desk.add(
        reading=reading,
        field=Field.TASK,
        value=value,
        start=start if is_there else None,
        end=start + len(task.text) if is_there else None,
        by=by,
        on=clock.today(),
    )


def _value(task: TaskText, path: list[str], bodies: Bodies) -> dict[str, Any]:
    """A task in the shape of ``documents.drafts``."""
    due = task.due
    return {
        "text": task.text,
        "lead": _name(task.lead, bodies),
        "lead_words": "",
        "supporting": [_name(key, bodies) for key in task.helpers],
        "due": {
            "kind": due.kind.value,
            "value": due.value,
            "bound": due.bound.value,
            "note": due.words,
            "start": None,
            "end": None,
            "date": due.day.isoformat() if due.day else None,
        },
        "clause": path,
        "kind": task.kind,
        "outside": task.is_outside,
    }


def _name(key: str, bodies: Bodies) -> dict[str, Any]:
    return {
        "text": as_written(NAMES[key]),
        "start": None,
        "end": None,
        "organisation": bodies[key].pk,
    }
