"""The demo's plans as they are written down in demo/*.toml. Pure.

A day is "03-18" in the year of the plan, or "+12" and "-3" counted from today, so that
every state shows on whatever day the demo is made. A due is a day or one of
"before:DAY", "month:", "quarter:", "half:" with a number of the year or with a sign
that counts from today, "year", "event:WORDS|DAY", "relative:WORDS|DAY",
"recurring:WORD|DAY", "words:WORDS", "none". A step is "DAY VERB WORDS | KIND: WORDS".
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template
from typing import Any

from phoihop.programmes.rules.due import last_day
from phoihop.reading.findings import Bound, DueKind

TEXTS = Path(__file__).with_name("demo")
# So many days of this year have passed at least: plans need time to have a story.
BEGUN_DAYS = 75
WAITING = "waiting.toml"

RECURRING = {
    "weekly": "Hằng tuần",
    "monthly": "Hằng tháng",
    "quarterly": "Hằng quý",
    "continuous": "Thường xuyên",
}
ROMAN = ("I", "II", "III", "IV")
# Months in a period, by the word of the due.
PERIODS = {"month": 1, "quarter": 3, "half": 6}
KINDS = {
    "month": DueKind.MONTH,
    "quarter": DueKind.QUARTER,
    "half": DueKind.HALF_YEAR,
    "event": DueKind.EVENT,
    "relative": DueKind.RELATIVE,
    "recurring": DueKind.RECURRING,
}
_STEP = re.compile(r"(\S+) (\d+%|[a-z]+) ?(.*)")


@dataclass(frozen=True)
class DueText:
    """Until when: in the paper's words, and as the desk keeps it."""

    words: str = ""
    kind: DueKind = DueKind.NONE
    value: str = ""
    bound: Bound = Bound.BY
    # What a person sets where no calendar says it.
    day: date | None = None

    @property
    def last(self) -> date | None:
        """The last day in time."""
        return last_day(self.kind, self.value, self.bound) or self.day


@dataclass(frozen=True)
class Step:
    """What somebody did with a task on a day.

    ``proofs`` are pairs of a kind of evidence and its words; ``paper`` the partner's
    own, where the standing body reports on its behalf.
    """

    day: date
    verb: str
    words: str
    proofs: tuple[tuple[str, str], ...] = ()
    paper: str = ""

    @property
    def percent(self) -> int | None:
        """What was reported; None where nothing was."""
        if self.verb == "final":
            return 100
        return int(self.verb[:-1]) if self.verb.endswith("%") else None


@dataclass(frozen=True)
class SupportText:
    """What a supporting body delivers, and until when."""

    body: str
    deliverable: str
    day: date


@dataclass(frozen=True)
class TaskText:
    """A task with everything that became of it; bodies by their keys."""

    text: str
    lead: str
    due: DueText
    result: str
    clause: str = ""
    helpers: tuple[str, ...] = ()
    kind: str = "assigned"
    is_outside: bool = False
    supports: tuple[SupportText, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class PlanText:
    """A plan: which bodies, its tasks, and all else of its paper as .toml tells it."""

    key: str
    programme: str
    year: int
    standing: str
    partners: tuple[str, ...]
    tasks: tuple[TaskText, ...]
    paper: dict[str, Any]


def year_of(today: date) -> int:
    """The year whose plans the demo shows as this year's."""
    return (today - timedelta(days=BEGUN_DAYS)).year


def plans(today: date) -> list[PlanText]:
    """The plans that were confirmed, in the order of their files."""
    names = sorted(path.name for path in TEXTS.glob("*.toml"))
    return [_plan(name, today) for name in names if name != WAITING]


def waiting(today: date) -> PlanText:
    """The plan whose paper lies at the review desk."""
    return _plan(WAITING, today)


def _plan(name: str, today: date) -> PlanText:
    year = year_of(today)
    source = Template((TEXTS / name).read_text(encoding="utf-8"))
    told = tomllib.loads(
        source.substitute(year=year, last=year - 1, next=year + 1, end=year + 3)
    )
    when = _Calendar(today, told["year"])
    return PlanText(
        key=told["key"],
        programme=told["programme"],
        year=told["year"],
        standing=told["standing"],
        partners=tuple(told["partners"]),
        tasks=tuple(_task(task, when) for task in told["tasks"]),
        paper=told,
    )


def _task(told: dict[str, Any], when: "_Calendar") -> TaskText:
    return TaskText(
        text=told["text"],
        lead=told["lead"],
        due=when.due(told["due"]),
        result=told["result"],
        clause=told.get("clause", ""),
        helpers=tuple(told.get("with", ())),
        kind=told.get("kind", "assigned"),
        is_outside=told.get("outside", False),
        supports=tuple(
            SupportText(body, deliverable, when.day(day))
            for body, deliverable, day in told.get("supports", ())
        ),
        steps=tuple(when.step(step) for step in told.get("steps", ())),
    )


@dataclass(frozen=True)
class _Calendar:
    """What the texts count days from."""

    today: date
    year: int

    def day(self, told: str) -> date:
        """ "03-18" in the year of the plan, "+12" from today."""
        if told[0] in "+-":
            return self.today + timedelta(days=int(told))
        return date.fromisoformat(f"{self.year}-{told}")

    def step(self, told: str) -> Step:
        """ "DAY VERB WORDS | KIND: WORDS"; the kind "theo" is the partner's paper."""
        said, *proofs = told.split(" | ")
        found = _STEP.fullmatch(said)
        if found is None:
            raise ValueError(told)
        pairs = [proof.split(": ", 1) for proof in proofs]
        return Step(
            day=self.day(found[1]),
            verb=found[2],
            words=found[3],
            proofs=tuple((kind, words) for kind, words in pairs if kind != "theo"),
            paper="".join(words for kind, words in pairs if kind == "theo"),
        )

    def due(self, told: str) -> DueText:
        """The due that these words of a text mean."""
        word, _, rest = told.partition(":")
        if word in ("none", "words"):
            # The words alone are for a paper that nobody has confirmed yet.
            return DueText(rest)
        if word in PERIODS:
            return self._period(word, rest)
        if word in KINDS:
            return self._settled(KINDS[word], *rest.split("|"))
        if word == "year":
            return DueText(f"Năm {self.year}", DueKind.YEAR, str(self.year))
        return self._day(told.removeprefix("before:"), is_before=word == "before")

    def _settled(self, kind: DueKind, words: str, day: str = "") -> DueText:
        """One that no calendar counts, with the day that a person has set."""
        is_word = kind is DueKind.RECURRING
        return DueText(
            RECURRING[words] if is_word else words,
            kind,
            words if is_word else "",
            day=self.day(day) if day else None,
        )

    def _day(self, told: str, *, is_before: bool) -> DueText:
        day = self.day(told)
        written = f"{day.day:02}/{day.month:02}/{day.year}"
        if is_before:
            said = f"Trước ngày {written}"
            return DueText(said, DueKind.DATE, day.isoformat(), Bound.BEFORE)
        return DueText(written, DueKind.DATE, day.isoformat())

    def _period(self, word: str, rest: str) -> DueText:
        long = PERIODS[word]
        if rest[0] in "+-":
            months = self.today.year * 12 + self.today.month - 1
            place = months // long + int(rest)
            year, number = divmod(place, 12 // long)
            number += 1
        else:
            year, number = self.year, int(rest)
        words, value = {
            "month": (f"Tháng {number}/{year}", f"{year}-{number:02}"),
            "quarter": (f"Quý {ROMAN[number % 4 - 1]}/{year}", f"{year}-Q{number}"),
            "half": (
                f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}",
                f"{year}-H{number}",
            ),
        }[word]
        return DueText(words, KINDS[word], value)
