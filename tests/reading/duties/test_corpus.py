"""The reach of the finders on the labelled corpus, where it lies beside the project."""

from typing import Any

import pytest

from phoihop.reading.findings import DueKind, Task
from tests.judge import CORPUS, judge
from tests.reading.duties.papers import lead, tasks

pytestmark = pytest.mark.pure

HALF_YEARS = {"H1": "06", "H2": "12"}

needs_corpus = pytest.mark.skipif(
    not (CORPUS / "score.py").is_file(), reason=f"no labelled corpus at {CORPUS}"
)


def labelled(task: Task) -> dict[str, Any]:
    """A task in the shape of the labels."""
    kind, value = task.due.kind.value, task.due.value
    if task.due.kind in (DueKind.EVENT, DueKind.RELATIVE):
        kind = "none"
    if task.due.kind is DueKind.HALF_YEAR and value:
        kind, value = "month", f"{value[:4]}-{HALF_YEARS[value[5:]]}"
    return {
        "text": task.text,
        "lead": lead(task),
        "supporting": [name.text for name in task.supporting],
        "due": {"kind": kind, "value": value},
    }


@needs_corpus
def test_tasks_are_found_as_the_labels_say() -> None:
    score = judge()
    tallies = {field: score.Tally() for field in score.FIELDS}
    for name in (CORPUS / "DEV.txt").read_text(encoding="utf-8").split():
        text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
        gold = score.gold_of(CORPUS / f"{name}.gold.json", text)
        read = {"tasks": [labelled(task) for task in tasks(text)]}
        score.score_doc(gold, read, text, tallies, set())
    reached = {field: tally.row() for field, tally in tallies.items()}
    assert reached["tasks"]["f1"] >= 0.85
    assert reached["tasks"]["macro_f1"] >= 0.75
    assert reached["task_lead"]["f1"] >= 0.9
    assert reached["task_due"]["f1"] >= 0.9
    assert reached["task_supporting"]["f1"] >= 0.85


@needs_corpus
def test_papers_without_duties_give_few() -> None:
    unlabelled = CORPUS / "unlabelled"
    law = next(unlabelled.glob("013_*.txt")).read_text(encoding="utf-8")
    assert len(tasks(law)) <= 5
