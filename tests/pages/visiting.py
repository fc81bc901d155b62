"""Every page of the map, with an address of it in the world and who may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from tests.factories import World

OWN = ("lan", "hoa", "quang", "dung", "oanh", "thu")
PARTIES = (*OWN, "minh")
IN_BODIES = (*PARTIES, "cuc")
EVERYBODY = (*IN_BODIES, "hanh")


def _nothing(world: World) -> list[int]:
    return []


def _programme(world: World) -> list[int]:
    return [world.programme.pk]


def _plan(world: World) -> list[int]:
    return [world.plan.pk]


def _task(world: World) -> list[int]:
    return [world.task.pk]


def _ban(world: World) -> list[int]:
    return [world.bodies["ban"].pk]


def _lans_role(world: World) -> list[int]:
    return [world.user("lan").memberships.earliest("pk").pk]


@dataclass(frozen=True)
class Page:
    """One page: its name on the map, its address in the world, who sees it."""

    name: str
    seen_by: tuple[str, ...]
    args: Callable[[World], list[int]] = _nothing

    def address(self, world: World) -> str:
        """Where it stands in the world."""
        return reverse(self.name, args=self.args(world))


# Pages to be read, each with everybody who finds it; to the others it is not there.
PAGES = (
    Page("desk", IN_BODIES),
    Page("programmes", EVERYBODY),
    Page("programme_create", EVERYBODY),
    Page("programme", PARTIES, _programme),
    Page("programme_edit", PARTIES, _programme),
    Page("plan_create", PARTIES, _programme),
    Page("plan", PARTIES, _plan),
    Page("plan_edit", PARTIES, _plan),
    Page("task_create", PARTIES, _plan),
    Page("tasks", EVERYBODY),
    Page("task", PARTIES, _task),
    Page("task_edit", PARTIES, _task),
    Page("organisations", EVERYBODY),
    Page("organisation", EVERYBODY, _ban),
    Page("organisation_rename", EVERYBODY, _ban),
    Page("organisation_alias", EVERYBODY, _ban),
    Page("people", (*OWN, "hanh"), _ban),
    Page("role_give", (*OWN, "hanh"), _ban),
    Page("role_end", (*OWN, "hanh"), _lans_role),
    Page("organisation_found", ("hanh",)),
    Page("organisation_place", ("hanh",), _ban),
    Page("account_open", ("hanh",)),
    Page("trail", EVERYBODY),
    Page("trail_export", EVERYBODY),
)
# Seen without signing in as well.
OPEN = (Page("sign_in", EVERYBODY), Page("gallery", EVERYBODY))
# Only ever posted to.
POSTED = ("sign_out", "switch_language", "switch_body")
# Leads on to the desk and shows nothing itself.
LEADING = ("start",)

FORMS = tuple(
    page
    for page in PAGES
    if page.name.endswith(("_create", "_edit", "_rename", "_alias", "_give", "_end"))
    or page.name in ("organisation_found", "organisation_place", "account_open")
)


def by_name(name: str) -> Page:
    """The page of this name."""
    return next(page for page in (*PAGES, *OPEN) if page.name == name)


def leads_to(answer: Any) -> str:
    """Where a redirect goes."""
    return str(answer.url)


def send(client: Client, address: str, **typed: Any) -> Any:
    """Post a form as a browser does: with a key of its own, lists as several."""
    filled = {name: "" if value is None else value for name, value in typed.items()}
    return client.post(address, {"idempotency_key": str(uuid4()), **filled})
