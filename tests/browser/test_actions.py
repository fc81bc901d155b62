"""How many actions it takes to bring a reading to its labels, at the desk itself.

A press of a key or a button, a choice and a field typed are one action each; looking
and scrolling are none. The papers are real and stay outside of the project: without
them these tests are left out.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from phoihop.documents.export import labelled_case
from phoihop.documents.models import Draft, Reading
from phoihop.documents.values import equal_doers, lead_as_written
from phoihop.scopes.context import unscoped
from tests.browser.site import DESKTOP, PHONE, Site
from tests.documents.stage import drafts_of, read
from tests.factories import World
from tests.judge import CORPUS, judge

pytestmark = pytest.mark.browser

Case = dict[str, Any]


@dataclass(frozen=True)
class Labelled:
    """A paper with its labels, and the judge of the labelled papers."""

    text: str
    gold: Case
    judge: ModuleType

    def score(self, case: Case) -> dict[str, tuple[int, int, int]]:
        """By field: right, labelled, given."""
        tally = {name: self.judge.Tally() for name in self.judge.FIELDS}
        self.judge.score_doc(self.gold, case, self.text, tally, set())
        return {name: (one.hit, one.gold, one.pred) for name, one in tally.items()}

    def wrong(self, case: Case) -> list[str]:
        """The fields in which a case is not exactly its labels."""
        return [
            f"{name}: {hit} right of {gold}, {given} given"
            for name, (hit, gold, given) in self.score(case).items()
            if not hit == gold == given
        ]

    def tasks(self, drafts: list[Draft]) -> dict[int, Case]:
        """Which label each duty is of; a duty without one is none."""
        texts = [{"text": self.text[d.start : d.end]} for d in drafts]
        pairs = self.judge.pair(
            self.gold["tasks"],
            texts,
            lambda a, b: self.judge.token_f1(a["text"], b["text"]),
            0.7,
        )
        return {drafts[j].pk: self.gold["tasks"][i] for i, j in pairs}

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether two names are the same to the judge."""
        return bool(self.judge.same_name(one, other))


def labelled(number: str) -> Labelled:
    """The paper of this number."""
    found = sorted(CORPUS.glob(f"{number}_*.txt")) if CORPUS.is_dir() else []
    if not found:
        pytest.skip("The labelled papers are not on this machine.")
    by = judge()
    text = found[0].read_text("utf-8")
    labels = Path(str(found[0]).replace(".txt", ".gold.json"))
    return Labelled(text, by.gold_of(labels, text), by)


@dataclass
class Person:
    """Somebody at the desk who knows the labels, and how much they have done."""

    page: Page
    paper: Labelled
    reading: Reading
    by_keys: bool
    actions: list[str] = field(default_factory=list)

    def press(self, button: Locator, key: str) -> None:
        """One key, or one button where there are no keys."""
        if self.by_keys:
            self.page.keyboard.press(key)
        else:
            button.click()
        self.actions.append(key)

    def fill(self, box: Locator, words: str) -> None:
        """One field."""
        box.fill(words)
        self.actions.append("typed")

    def look_through(self, group: Locator) -> None:
        """Scroll past every draft of a group, which is no action."""
        for draft in group.locator("article.draft").all():
            draft.locator(".draft-acts").scroll_into_view_if_needed()
            self.page.wait_for_timeout(60)

    def take_group(self, title: str) -> None:
        """All of a group at once, after each of it was on the screen."""
        group = self.page.locator(".draft-group", has_text=title).first
        summary = group.locator("summary")
        if summary.count():
            summary.click()
            self.actions.append("opened")
        self.look_through(group)
        button = group.locator("> p button[value^=accept_all]")
        if self.by_keys:
            # The draft at hand is one of the group: looked at, not decided.
            group.locator("article.draft").first.focus()
            self.page.keyboard.press("g")
        else:
            button.click()
        self.actions.append("group")
        expect(group.locator("[data-state=open]")).to_have_count(0)

    def decide_duties(self) -> None:
        """Each as its label says, one after the other in the order of the page."""
        duties = drafts_of(self.reading, "task")
        labels = self.paper.tasks(duties)
        shown = {draft.pk: draft for draft in duties}
        for row in self.page.locator("article.draft-task").all():
            draft = shown[int(str(row.get_attribute("id")).removeprefix("nhap-"))]
            here = self.page.locator(f"#nhap-{draft.pk}")
            if self.by_keys:
                # Where the desk itself has led: nobody moves to the next draft.
                expect(here).to_have_class(re.compile("draft-now"))
            self._decide(here, draft, labels.get(draft.pk))
            expect(here).not_to_have_attribute("data-state", "open")

    def _decide(self, here: Locator, draft: Draft, label: Case | None) -> None:
        if label is None:
            return self.press(here.get_by_role("button", name="Bỏ", exact=True), "x")
        wrong = dict(self._wrong(draft.value, label))
        if not wrong:
            return self.press(here.get_by_role("button", name="Nhận", exact=True), "a")
        self.press(here.get_by_role("link", name="Sửa", exact=True), "e")
        form = here.locator("form")
        for name, words in wrong.items():
            self.fill(form.locator(f"[name={name}]"), words)
        save = form.get_by_role("button", name="Lưu mục đã sửa")
        save.click()
        self.actions.append("saved")
        return None

    def _wrong(self, value: Case, label: Case) -> Iterator[tuple[str, str]]:
        """Which fields of the form are to be typed, and what."""
        if not self.paper.same(label["lead"], lead_as_written(value) or None):
            yield "lead", label["lead"] or ""
        beside = equal_doers(value)
        named = [name["text"] for name in value["supporting"] if name not in beside]
        pairs = self.paper.judge.pair(
            label["supporting"], named, lambda a, b: float(self.paper.same(a, b)), 1.0
        )
        if not len(pairs) == len(named) == len(label["supporting"]):
            yield "supporting", "\n".join(label["supporting"])
        due, said = value["due"], label["due"]
        if (due["kind"], due["value"]) != (said["kind"], said["value"]):
            yield "due_words", said.get("note") or said["value"] or ""


def brought(site: Site, number: str, width: int, *, by_keys: bool) -> Person:
    """A paper read, and brought to its labels at the desk."""
    paper = labelled(number)
    reading = read(site.world, data=paper.text.encode())
    with site.window("lan", width) as window:
        page = window.page
        page.goto(reverse("review_desk", args=[reading.pk]))
        person = Person(page, paper, reading, by_keys)
        person.take_group("Phần đầu văn bản")
        person.decide_duties()
        person.take_group("Văn bản dẫn chiếu")
    with unscoped(because="a test looks at what is stored"):
        case = labelled_case(Reading.objects.get(pk=reading.pk))
    assert paper.wrong(case["gold"]) == []
    return person


def test_a_plan_of_forty_eight_duties_by_keys_alone(site: Site) -> None:
    person = brought(site, "006", DESKTOP, by_keys=True)
    print(f"{len(person.actions)} actions of at most 60")
    assert len(person.actions) <= 60


def test_a_table_of_thirteen_duties_on_a_phone(site: Site) -> None:
    person = brought(site, "016", PHONE, by_keys=False)
    print(f"{len(person.actions)} actions of at most 20")
    assert len(person.actions) <= 20


def test_the_judge_sees_what_is_left_wrong(own_world: World) -> None:
    """A reading that nobody has looked at is not its labels."""
    paper = labelled("016")
    reading = read(own_world, data=paper.text.encode())
    with unscoped(because="a test looks at what is stored"):
        case = labelled_case(Reading.objects.get(pk=reading.pk))
    assert json.dumps(case["gold"]["tasks"]) == "[]"
    assert paper.wrong(case["gold"]) != []
