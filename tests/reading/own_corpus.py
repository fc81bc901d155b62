"""A small scorer: what the reader says of a labelled paper, held to its labels."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

CORPUS = Path(__file__).parent / "corpus"
SAME_TEXT = 0.9  # two subjects, two names: nearly every word
SAME_TASK = 0.7  # two tasks: a boundary may differ, the sentence may not
SAME_PLACE = 0.8
TONED = (
    "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ",
    "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy",
)
TONES = dict(zip(*(line.split() for line in TONED), strict=True))
Label: TypeAlias = dict[str, Any]
T = TypeVar("T")


@dataclass
class Tally:
    """Hits, labels and answers of one field over all papers."""

    hits: int = 0
    labels: int = 0
    answers: int = 0
    papers: list[float] = field(default_factory=list)

    def add(self, hits: int, labels: int, answers: int) -> None:
        """Count one paper in."""
        self.hits += hits
        self.labels += labels
        self.answers += answers
        if labels or answers:
            self.papers.append(2 * hits / (labels + answers))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall over all papers."""
        both = self.labels + self.answers
        return 2 * self.hits / both if both else 1.0

    @property
    def mean(self) -> float:
        """The mean of the papers' own figures: no long paper drowns a short one."""
        return sum(self.papers) / len(self.papers) if self.papers else 1.0


Tallies: TypeAlias = dict[str, Tally]


def plain(text: object) -> str:
    """A text without what does not count: form, case, blanks, closing marks."""
    kept = unicodedata.normalize("NFC", str(text or "")).replace("Ð", "Đ")
    kept = kept.replace("_", " ").lower()
    for old, new in TONES.items():
        kept = kept.replace(old, new)
    kept = re.sub(r"\s+([,.;:)])", r"\1", kept)
    return re.sub(r"\s+", " ", kept).strip(" .;,-–+*•")


def overlap(one: object, other: object) -> float:
    """How much of two texts' words is shared, 0 to 1."""
    first = Counter(re.findall(r"\w+", plain(one)))
    second = Counter(re.findall(r"\w+", plain(other)))
    shared = (first & second).total()
    return 2 * shared / (first.total() + second.total()) if shared else 0.0


def number(text: object) -> str:
    """A number of a paper without its blanks."""
    return re.sub(r"\s", "", plain(text).replace("⁄", "/"))


def same(one: object, other: object) -> float:
    """1 when two names are one name."""
    return float(plain(one) == plain(other) or overlap(one, other) >= SAME_TEXT)


def pairs(
    labels: Sequence[T],
    answers: Sequence[T],
    likeness: Callable[[T, T], float],
    least: float,
) -> list[tuple[T, T]]:
    """Labels and answers that belong together, one to one, the likest first."""
    found = sorted(
        (
            (likeness(label, answer), i, j)
            for i, label in enumerate(labels)
            for j, answer in enumerate(answers)
        ),
        reverse=True,
    )
    taken: list[tuple[int, int]] = []
    for likely, i, j in found:
        free = all(i != a and j != b for a, b in taken)
        if likely >= least and free:
            taken.append((i, j))
    return [(labels[i], answers[j]) for i, j in taken]


def given(value: object) -> list[object]:
    """One value as a list; nothing as an empty one."""
    return [] if value in (None, "", {}) else [value]


def score_head(label: Label, answer: Label, tallies: Tallies) -> None:
    """The fields a paper has once: number, type, date, subject."""
    ways: dict[str, Callable[[object, object], float]] = {
        "number": lambda a, b: float(number(a) == number(b)),
        "type": lambda a, b: float(plain(a) == plain(b)),
        "issued_on": lambda a, b: float(plain(a) == plain(b)),
        "subject": lambda a, b: float(overlap(a, b) >= SAME_TEXT),
    }
    for name, way in ways.items():
        wanted, got = given(label.get(name)), given(answer.get(name))
        tallies[name].add(len(pairs(wanted, got, way, 1.0)), len(wanted), len(got))


def score_names(label: Label, answer: Label, tallies: Tallies) -> None:
    """The lists of names: issuers, signers, parties."""

    def names(paper: Label) -> dict[str, list[object]]:
        head = paper.get("doc") or {}
        return {
            "issuers": list(head.get("issuers") or []),
            "signers": [one.get("name") for one in head.get("signers") or []],
            "parties": list(paper.get("parties") or []),
        }

    wanted, got = names(label), names(answer)
    for name in wanted:
        hits = len(pairs(wanted[name], got[name], same, 1.0))
        tallies[name].add(hits, len(wanted[name]), len(got[name]))


def score_period(label: Label, answer: Label, tallies: Tallies) -> None:
    """The period: both of its ends, or nothing."""
    wanted, got = label.get("period") or {}, answer.get("period") or {}
    ends = [(str(one.get("from")), str(one.get("to"))) for one in (wanted, got)]
    hit = bool(wanted and got and ends[0] == ends[1])
    tallies["period"].add(int(hit), int(bool(wanted)), int(bool(got)))


def one_paper(label: Label, answer: Label) -> float:
    """1 when two references mean one paper."""
    numbers = number(label.get("number")), number(answer.get("number"))
    if any(numbers):
        return float(numbers[0] == numbers[1])
    alike = overlap(label.get("text"), answer.get("text")) >= 0.5
    return float(alike and label.get("date") == answer.get("date"))


def score_references(label: Label, answer: Label, tallies: Tallies) -> None:
    """References found; and those whose type and date are right as well."""
    wanted, got = label.get("references") or [], answer.get("references") or []
    found = pairs(wanted, got, one_paper, 1.0)
    tallies["references"].add(len(found), len(wanted), len(got))
    exact = sum(
        a.get("date") == b.get("date") and plain(a.get("type")) == plain(b.get("type"))
        for a, b in found
    )
    tallies["references_exact"].add(exact, len(wanted), len(got))


def due_of(task: Label) -> tuple[str, str]:
    """The kind and the value of a due; the note is for people."""
    due = task.get("due") or {}
    return due.get("kind") or "none", str(due.get("value"))


def score_tasks(label: Label, answer: Label, tallies: Tallies) -> None:
    """Tasks found; and of those found: who leads, who helps, until when."""
    wanted, got = label.get("tasks") or [], answer.get("tasks") or []
    found = pairs(
        wanted, got, lambda a, b: overlap(a.get("text"), b.get("text")), SAME_TASK
    )
    tallies["tasks"].add(len(found), len(wanted), len(got))
    for one, other in found:
        leads = one.get("lead"), other.get("lead")
        right = same(*leads) if all(leads) else float(not any(leads))
        tallies["task_lead"].add(int(right), 1, 1)
        tallies["task_due"].add(int(due_of(one) == due_of(other)), 1, 1)
        helpers = one.get("supporting") or [], other.get("supporting") or []
        hits = len(pairs(*helpers, same, 1.0))
        tallies["task_supporting"].add(hits, *(len(names) for names in helpers))


def score_meeting(label: Label, answer: Label, tallies: Tallies) -> None:
    """A meeting, and what is said of it."""
    wanted, got = label.get("meeting") or {}, answer.get("meeting") or {}
    both = int(bool(wanted) and bool(got))
    tallies["meeting"].add(both, int(bool(wanted)), int(bool(got)))
    for name in ("date", "place", "kind", "chair"):
        loose = name in ("place", "chair")

        def alike(one: object, other: object, loose: bool = loose) -> float:
            near = loose and overlap(one, other) >= SAME_PLACE
            return float(near or plain(one) == plain(other))

        wants, gets = given(wanted.get(name)), given(got.get(name))
        hits = len(pairs(wants, gets, alike, 1.0))
        tallies[f"meeting_{name}"].add(hits, len(wants), len(gets))


FIELDS = (
    *("number", "type", "issued_on", "subject", "issuers", "signers", "parties"),
    *("period", "references", "references_exact", "tasks", "task_lead", "task_due"),
    *("task_supporting", "meeting", "meeting_date", "meeting_place"),
    *("meeting_kind", "meeting_chair"),
)


def score(labelled: Iterable[tuple[Label, Label]]) -> Tallies:
    """The tally of every field over pairs of labels and answers."""
    tallies = {name: Tally() for name in FIELDS}
    for label, answer in labelled:
        score_head(label["doc"], answer.get("doc") or {}, tallies)
        score_names(label, answer, tallies)
        score_period(label, answer, tallies)
        score_references(label, answer, tallies)
        score_tasks(label, answer, tallies)
        score_meeting(label, answer, tallies)
    return tallies


def table(tallies: Tallies) -> str:
    """The figures, one field a line."""
    lines = [f"{'field':18}{'F1':>7}{'mean':>7}{'labels':>8}{'answers':>9}"]
    for name, tally in tallies.items():
        figures = f"{tally.f1:7.3f}{tally.mean:7.3f}"
        lines.append(f"{name:18}{figures}{tally.labels:8}{tally.answers:9}")
    return "\n".join(lines)


def names(second_hand: bool) -> list[str]:
    """The papers of one of the two hands."""
    second = set((CORPUS / "SECOND_HAND.txt").read_text("utf-8").split())
    every = sorted(path.stem for path in CORPUS.glob("*.txt"))
    papers = [name for name in every if name != "SECOND_HAND"]
    return [name for name in papers if (name in second) is second_hand]


def label_of(name: str) -> Label:
    """The labels of a paper."""
    gold: Label = json.loads((CORPUS / f"{name}.gold.json").read_text("utf-8"))
    return gold


def text_of(name: str) -> str:
    """The words of a paper, its line ends as they stand."""
    return (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")
