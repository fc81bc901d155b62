"""Races: rounds in which two people do the same thing at the same moment."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.urls import reverse

from phoihop.programmes.models import Task
from phoihop.trail.verify import verify
from tests.at_once import Hands, hands
from tests.factories import World
from tests.witness import every, version_faults


@dataclass
class Tally:
    """What came of the rounds."""

    rounds: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    answers: Counter[tuple[int, ...]] = field(default_factory=Counter)

    def count(self, answers: list[Any]) -> tuple[int, ...]:
        """Note the statuses of one round; returns them, the lowest first."""
        self.rounds += 1
        codes = tuple(sorted(answer.status_code for answer in answers))
        self.answers[codes] += 1
        return codes

    def __str__(self) -> str:
        return (
            f"{self.rounds} rounds: {len(self.lost)} lost, {len(self.doubled)} doubled,"
            f" answers {dict(self.answers)}"
        )


def browser(world: World, username: str) -> Client:
    """A browser in which this person has signed in."""
    client = Client(raise_request_exception=False)
    client.force_login(world.user(username))
    return client


def second_tab(first: Client) -> Client:
    """Another tab of the same browser: the same session."""
    client = Client(raise_request_exception=False)
    client.cookies = first.cookies
    return client


@contextmanager
def two_hands() -> Iterator[Hands]:
    """Two people at their buttons."""
    with hands(2) as held:
        yield held


def press(client: Client, address: str, typed: dict[str, Any]) -> Callable[[], Any]:
    """The button under a form, to be pressed when all are ready."""
    data = {"idempotency_key": str(uuid4()), **typed}
    return lambda: client.post(address, data)


def race_edits(world: World, rounds: int) -> Tally:
    """lan and minh see the same version of the same task and both save a text."""
    tally, expected = Tally(), world.task.version
    address = reverse("task_edit", kwargs={"pk": world.task.pk})
    people = {name: browser(world, name) for name in ("lan", "minh")}
    lead = world.task.lead_id
    with two_hands() as two:
        for number in range(rounds):
            texts = {name: f"Bản {number} của {name}" for name in people}
            answers = two.at_once(
                *(
                    press(people[name], address, _typed(texts[name], lead, expected))
                    for name in people
                )
            )
            codes = tally.count(answers)
            by_name = dict(zip(people, answers, strict=True))
            saved = [n for n, answer in by_name.items() if answer.status_code == 302]
            stored = every(Task)[0]
            # Saved, and then covered by somebody who had not seen it.
            tally.lost += [texts[n] for n in saved if stored.text != texts[n]]
            if codes == (302, 409):
                (other,) = set(people) - set(saved)
                page = by_name[other].content.decode()
                tally.lost += [text for text in texts.values() if text not in page]
            expected = stored.version
    return tally


def _typed(text: str, lead: int, seen: int) -> dict[str, Any]:
    return {"text": text, "lead": lead, "due_date": "30/06/2026", "seen": seen}


def race_double_posts(world: World, rounds: int) -> Tally:
    """lan's button is pressed twice at once: one form, one key, two requests."""
    tally = Tally()
    address = reverse("task_create", kwargs={"pk": world.plan.pk})
    tab = browser(world, "lan")
    tabs = (tab, second_tab(tab))
    with two_hands() as two:
        for number in range(rounds):
            text = f"Nhiệm vụ gửi hai lần, lượt {number}"
            typed = {
                "text": text,
                "lead": world.task.lead_id,
                "due_date": "",
                "idempotency_key": str(uuid4()),
            }
            answers = two.at_once(*(press(tab, address, typed) for tab in tabs))
            tally.count(answers)
            made = [task for task in every(Task) if task.text == text]
            wanted = {reverse("task", kwargs={"pk": task.pk}) for task in made}
            shown = {answer.headers.get("Location", "") for answer in answers}
            if not made or shown - wanted:
                tally.lost.append(text)
            if len(made) > 1:
                tally.doubled.append(text)
    return tally


def left_whole() -> list[str]:
    """What is wrong with trail and versions after the races; empty when nothing is."""
    verdict = verify(settings.TRAIL_HEAD_FILE)
    return [*map(str, verdict.faults), *version_faults()]
