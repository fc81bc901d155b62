"""How well the labelled papers are read after each distortion, as a table.

``python -m tests.reading.distorted_scores [WAY ...]`` where the papers stand beside the
project; ``--show FIELD,FIELD`` says what was missed.
"""

import json
import re
import sys
from typing import Any

from phoihop.reading.engine import read
from phoihop.reading.shape import as_gold
from tests.judge import CORPUS, judge
from tests.reading.distortions import NUMBERS_PRINTED_ANEW, WAYS, Way

FIELDS = (
    *("number", "type", "issued_on", "subject", "issuers", "signers", "parties"),
    *("period", "references", "references_exact", "tasks", "task_lead", "task_due"),
    *("task_supporting", "meeting"),
)


def with_numbers(gold: dict[str, Any], way: Way) -> dict[str, Any]:
    """The labels with numbers as they are printed after the distortion."""
    doc = dict(gold["doc"])
    if doc.get("number"):
        doc["number"] = re.sub(r"\s", "", way(doc["number"]))
    references = [
        {**each, "number": re.sub(r"\s", "", way(each["number"]))}
        if each.get("number")
        else each
        for each in gold.get("references") or []
    ]
    return {**gold, "doc": doc, "references": references}


def scores(way: Way, name: str, show: set[str]) -> dict[str, float]:
    """F1 by field over all labelled papers."""
    score = judge()
    tallies = {field: score.Tally() for field in score.FIELDS}
    for paper in (CORPUS / "DEV.txt").read_text().split():
        text = (CORPUS / f"{paper}.txt").read_text("utf-8")
        gold = score.gold_of(CORPUS / f"{paper}.gold.json", text)
        if name in NUMBERS_PRINTED_ANEW:
            gold = with_numbers(gold, way)
        if show:
            print(paper)
        said = json.loads(json.dumps(as_gold(read(way(text)))))
        score.score_doc(gold, said, text, tallies, show)
    return {field: tallies[field].row()["f1"] for field in FIELDS}


def main() -> None:
    """Print the table: a row a distortion, the clean papers first."""
    arguments = sys.argv[1:]
    show: set[str] = set()
    if "--show" in arguments:
        at = arguments.index("--show")
        show = set(arguments[at + 1].split(","))
        del arguments[at : at + 2]
    ways: dict[str, Way] = {"clean": str, **WAYS}
    print(f"{'':17}" + "".join(f"{field[:6]:>7}" for field in FIELDS))
    clean: dict[str, float] = {}
    for name, way in ways.items():
        if arguments and name not in arguments:
            continue
        row = scores(way, name, show)
        clean = clean or row
        cells = (
            f"{row[f]:6.2f}{'!' if row[f] < clean[f] - 0.03 else ' '}" for f in FIELDS
        )
        print(f"{name:17}" + "".join(cells))


if __name__ == "__main__":
    main()
