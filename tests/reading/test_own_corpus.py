"""The reader against labelled papers that were written without a look at it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from phoihop import cli
from tests.reading.own_corpus import (
    CORPUS,
    FIELDS,
    Label,
    Tallies,
    label_of,
    names,
    plain,
    score,
    table,
    text_of,
)

pytestmark = pytest.mark.pure

FLOORS: dict[str, dict[str, float]] = {
    "first hand": {
        "number": 1.00,
        "type": 0.96,
        "issued_on": 0.98,
        "subject": 0.97,
        "issuers": 0.96,
        "signers": 1.00,
        "parties": 0.92,
        "period": 0.97,
        "references": 1.00,
        "references_exact": 0.97,
        "tasks": 0.97,
        "task_lead": 0.97,
        "task_due": 0.97,
        "task_supporting": 0.95,
        "meeting": 1.00,
        "meeting_date": 1.00,
        "meeting_place": 0.91,
        "meeting_kind": 1.00,
        "meeting_chair": 0.93,
    },
    "second hand": {
        "number": 1.00,
        "type": 1.00,
        "issued_on": 1.00,
        "subject": 1.00,
        "issuers": 0.88,
        "signers": 1.00,
        "parties": 0.52,
        "period": 0.79,
        "references": 1.00,
        "references_exact": 0.96,
        "tasks": 0.87,
        "task_lead": 0.85,
        "task_due": 0.93,
        "task_supporting": 0.79,
        "meeting": 0.92,
        "meeting_date": 0.75,
        "meeting_place": 0.79,
        "meeting_kind": 0.92,
        "meeting_chair": 0.53,
    },
}
EVERY = names(second_hand=False) + names(second_hand=True)


def read(papers: list[str]) -> Tallies:
    """What the command says of these papers, scored."""
    run = subprocess.run(
        [
            *(sys.executable, "-m", "phoihop.cli", "read"),
            *(str(CORPUS / f"{name}.txt") for name in papers),
        ],
        capture_output=True,
        text=True,
        cwd=Path(cli.__file__).parents[1],
        check=True,
    )
    answers = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    assert len(answers) == len(papers)
    return score(zip(map(label_of, papers), answers, strict=True))


@pytest.mark.parametrize("group", ["first hand", "second hand"])
def test_no_field_falls_below_its_floor(group: str) -> None:
    tallies = read(names(second_hand=group == "second hand"))
    print(f"\n{group}\n{table(tallies)}")
    short = {
        name: round(tallies[name].f1, 3)
        for name, floor in FLOORS[group].items()
        if tallies[name].f1 < floor
    }
    assert not short, table(tallies)


def test_every_field_has_a_floor_in_both_sets() -> None:
    assert {group: set(floors) for group, floors in FLOORS.items()} == {
        "first hand": set(FIELDS),
        "second hand": set(FIELDS),
    }


def test_the_papers_of_the_second_hand_are_there() -> None:
    second = (CORPUS / "SECOND_HAND.txt").read_text("utf-8").split()
    assert sorted(second) == names(second_hand=True)
    assert len(second) >= 20


@pytest.mark.parametrize("name", EVERY)
def test_a_label_quotes_its_paper(name: str) -> None:
    label, text = label_of(name), text_of(name)
    folded = plain(text)
    for quoted in label["tasks"] + label["references"]:
        assert quoted["text"] in text
    for task in label["tasks"]:
        said = [task["lead"], *task["supporting"], task["due"].get("note")]
        assert [one for one in said if plain(one) not in folded] == []
    for signer in label["doc"]["signers"]:
        assert plain(signer["name"]) in folded
        assert plain(signer["position"]) in folded


FORMS = {
    "none": r"None",
    "date": r"\d{4}-\d\d-\d\d",
    "month": r"\d{4}-\d\d",
    "quarter": r"\d{4}-Q[1-4]",
    "year": r"\d{4}",
    "recurring": "daily|weekly|monthly|(half-)?yearly|quarterly|periodic|continuous",
}


@pytest.mark.parametrize("name", EVERY)
def test_a_due_has_the_form_of_its_kind(name: str) -> None:
    for task in label_of(name)["tasks"]:
        due = task["due"]
        assert re.fullmatch(FORMS[due["kind"]], str(due["value"])), task["text"]


def whole(label: Label) -> set[str]:
    """The fields of a score that are not full marks."""
    return {name for name, tally in score([(label, label)]).items() if tally.f1 < 1}


@pytest.mark.parametrize("name", EVERY)
def test_a_paper_read_as_labelled_has_full_marks(name: str) -> None:
    assert whole(label_of(name)) == set()


def test_the_scorer_sees_what_is_missing_and_what_is_too_much() -> None:
    name = next(one for one in EVERY if len(label_of(one)["tasks"]) > 5)
    label = label_of(name)
    short = label | {"tasks": label["tasks"][1:]}
    tallies = score([(label, short)])
    assert tallies["tasks"].f1 < 1
    assert tallies["task_lead"].f1 == 1
    wrong = [task | {"lead": "một cơ quan khác"} for task in label["tasks"]]
    assert score([(label, label | {"tasks": wrong})])["task_lead"].f1 == 0
    late = [
        task | {"due": {"kind": "year", "value": "1999"}} for task in label["tasks"]
    ]
    assert score([(label, label | {"tasks": late})])["task_due"].f1 == 0
    blind = score([(label, {})])
    assert blind["tasks"].f1 == blind["number"].f1 == 0
