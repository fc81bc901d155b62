"""The matrix can see: faults planted in the product are found, each by its check.

Every test first shows that the same requests find nothing in the product as it is.
The four faults of the trust issue come first, each in the shapes that it can take.
"""

import types
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from phoihop import urls
from phoihop.chores import jobs as chores_jobs
from phoihop.chores.management.commands import export_trail
from phoihop.files.models import StoredFile
from phoihop.organisations.models import Membership, Organisation
from phoihop.pages import (
    accounts,
    bodies,
    organisations,
    people,
    plans,
    task_forms,
)
from phoihop.pages import scoped as door
from phoihop.programmes.actions import plans as plan_actions
from phoihop.programmes.actions import tasks as task_actions
from phoihop.programmes.models import Plan, Programme, Task
from phoihop.scopes.context import unscoped
from phoihop.trail.models import Entry
from tests.isolation import asks, cast
from tests.isolation.browsers import Browsers
from tests.isolation.cast import Part
from tests.isolation.checks import sweep
from tests.isolation.commands import strange_exports, strange_jobs
from tests.isolation.province import Province
from tests.isolation.routes import Route, routes
from tests.isolation.test_routes import unclassified

pytestmark = pytest.mark.anywhere

# Who may do much in B3 and knows part of P1; who may do little in B5.
FEW = tuple(p for p in cast.PARTS if p.key in ("B3-officer", "B5-auditor"))
STANDING = tuple(p for p in cast.PARTS if p.key == "B1-officer")


def found(
    browsers: Browsers,
    *names: str,
    parts: tuple[Part, ...] = FEW,
    posting: bool = False,
) -> list[str]:
    """What a small matrix finds: few people, these routes, every id there is.

    ``posting`` sends every form twice, with own and with foreign ids in it.
    """
    some = [route for route in routes() if route.name in names]
    assert len(some) == len(names)
    asked = [
        *asks.readings(browsers.province, parts, some, thin=False),
        *asks.questions(browsers.province, parts, some, thin=True),
        *asks.posts(browsers.province, parts, some, thin=not posting, twice=posting),
    ]
    return sweep(browsers, asked).findings


def said(findings: list[str], *words: str) -> bool:
    """Whether one of the findings has all of these words in it."""
    return any(all(word in finding for word in words) for finding in findings)


def everything(actor: object) -> AbstractContextManager[None]:
    """A door that opens every circle instead of the actor's."""
    return unscoped(because="a planted fault")


# --- 1: a scope filter is gone ------------------------------------------------------

UNFILTERED = [
    (Task, ("tasks", "task"), "TASK1-IS"),
    (Plan, ("programme", "plan", "task_create"), "PLAN-IS"),
    (Programme, ("programmes", "programme", "plan_create"), "TITLE-IS"),
    (Entry, ("trail", "organisation"), "-JUDGEMENT"),
    (StoredFile, ("files", "file"), "-FILETEXT"),
]


@pytest.mark.parametrize(("model", "names", "canary"), UNFILTERED)
def test_a_manager_that_lost_its_filter_is_found(
    browsers: Browsers,
    monkeypatch: pytest.MonkeyPatch,
    model: Any,
    names: tuple[str, ...],
    canary: str,
) -> None:
    assert found(browsers, *names) == []
    rows = model.objects._queryset_class
    monkeypatch.setattr(model.objects, "get_queryset", lambda: rows(model=model))
    findings = found(browsers, *names)
    assert said(findings, "strange_canaries: B5-auditor GET", canary)
    if model is not Entry:
        assert said(findings, "unlike what never was: B3-officer POST")


def test_a_door_that_opens_every_circle_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("desk", "tasks", "plan_edit")
    assert found(browsers, *names) == []
    monkeypatch.setattr(door, "scoped", everything)
    findings = found(browsers, *names)
    assert said(findings, "strange_canaries: B3-officer GET /nhiem-vu/ ", "P1-A-TASK1")
    # The action is the second line: nothing is written but that it was refused.
    assert said(findings, "writes_to_what_is_not_there: B3-officer POST", "trail_entry")
    assert not said(findings, "strange_writes")


def test_an_open_door_before_an_action_that_asks_nothing_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "plan_edit", posting=True) == []
    monkeypatch.setattr(door, "scoped", everything)
    monkeypatch.setattr(plan_actions, "require", lambda *by, scope: None)
    findings = found(browsers, "plan_edit", posting=True)
    assert said(
        findings, "strange_writes: B3-officer POST", "programmes_plan", "theirs"
    )


# --- 2: a route without classification ----------------------------------------------


def open_page() -> Callable[[HttpRequest], HttpResponse]:
    """A page that nobody has marked yet, and that opens what it likes."""

    def page(request: HttpRequest) -> HttpResponse:
        with unscoped(because="a planted fault"):
            return HttpResponse("; ".join(task.text for task in Task.objects.all()))

    return page


@contextmanager
def with_route(settings: Any, view: Any) -> Iterator[list[Route]]:
    """The site with one more route, for a while."""
    site: Any = types.ModuleType("planted_urls")
    site.urlpatterns = [*urls.urlpatterns, path("lo/", view, name="planted")]
    site.handler404, site.handler500 = urls.handler404, urls.handler500
    settings.ROOT_URLCONF = site
    yield routes()


def test_a_route_without_a_mark_is_found_and_not_served(
    browsers: Browsers, settings: Any
) -> None:
    assert unclassified(routes()) == []
    with with_route(settings, open_page()) as site:
        assert unclassified(site) == ["planted: 0 marks of access, not one"]
        findings = found(browsers, "planted", parts=cast.WITHOUT_ROLE)
    assert said(findings, "breaks: anonymous GET /lo/", "ImproperlyConfigured")
    assert not said(findings, "CANARY")


def test_a_page_marked_public_that_opens_circles_is_found(
    browsers: Browsers, settings: Any
) -> None:
    with with_route(settings, door.public(open_page())):
        findings = found(browsers, "planted", parts=cast.WITHOUT_ROLE)
    assert said(findings, "strange_canaries: anonymous GET /lo/", "P1-A-TASK1-IS")
    assert said(findings, "reads_behind_a_shut_door: anonymous", "programmes_task")
    assert said(findings, "reads_behind_a_shut_door: anonymous", "opens a scope")


def test_a_public_page_that_asks_for_rows_of_circles_breaks(
    browsers: Browsers, settings: Any
) -> None:
    @door.public
    def curious(request: HttpRequest) -> HttpResponse:
        return HttpResponse("; ".join(task.text for task in Task.objects.all()))

    with with_route(settings, curious):
        findings = found(browsers, "planted", parts=cast.WITHOUT_ROLE)
    assert said(findings, "breaks: anonymous GET /lo/", "NoScopeOpen")
    assert not said(findings, "CANARY")


# --- 3: a foreign key swapped in a form ---------------------------------------------


def every_body(form: Any, field: str, offered: models.QuerySet[Any], on: Any) -> None:
    """Offer the whole directory, whatever the form meant to offer."""
    bodies.offer(form, field, Organisation.objects.all(), on)


def test_a_lead_chosen_among_all_bodies_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("task_create", "task_edit")
    assert found(browsers, *names) == []
    monkeypatch.setattr(task_forms, "offer", every_body)
    findings = found(browsers, *names)
    assert said(findings, "offers_strange_bodies: B3-officer GET", "offers B6")
    # The action is the second line: the foreign body is offered, but not bound.
    assert not said(findings, "binds")


def test_a_foreign_body_that_is_bound_to_a_task_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "task_create", posting=True) == []
    monkeypatch.setattr(task_forms, "offer", every_body)
    monkeypatch.setattr(task_actions, "refuse_no_party", lambda *of, **said: None)
    findings = found(browsers, "task_create", posting=True)
    assert said(
        findings, "strange_writes: B3-officer POST", "binds", "outside the plan"
    )


def test_a_partner_from_outside_the_programme_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "plan_create", parts=STANDING) == []
    monkeypatch.setattr(plans, "offer", every_body)
    findings = found(browsers, "plan_create", parts=STANDING)
    assert said(findings, "offers_strange_bodies: B1-officer GET", "offers B5")
    assert not said(findings, "binds")


# --- 4: the scope dropped in a command ----------------------------------------------


def test_a_command_that_opens_every_circle_is_found(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert strange_exports(province) == []
    monkeypatch.setattr(export_trail, "scoped", everything)
    findings = strange_exports(province)
    assert said(findings, "B5-auditor: export shows", "CANARY-P1-A-TASK1-WAS")
    assert said(findings, "B5-auditor: export has or lacks the entries")


def test_a_job_that_opens_every_circle_is_found(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert strange_jobs(province) == []
    monkeypatch.setattr(chores_jobs, "scoped", everything)
    findings = strange_jobs(province)
    assert said(findings, "B5-auditor: export shows", "CANARY-P1-A-TASK1-WAS")
    assert said(findings, "B5-auditor: export has or lacks the entries")


# --- and faults of other kinds, so that every check is seen to see ------------------


def test_a_role_that_has_ended_but_still_opens_doors_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = (cast.FORMER, cast.LATE)
    assert found(browsers, "tasks", "trail", parts=ended) == []
    rows = type(Membership.objects.all())
    monkeypatch.setattr(rows, "active", lambda self, on: self)
    # What the door asks is put together once a day.
    monkeypatch.setattr(door, "_memberships", door._memberships.__wrapped__)
    findings = found(browsers, "tasks", "trail", parts=ended)
    assert said(findings, "strange_canaries: B3-former GET /nhiem-vu/", "P1-B-TASK1")
    assert said(findings, "strange_canaries: B3-late-deputy GET /nhat-ky/")


def test_people_of_another_body_that_are_shown_are_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "people") == []
    monkeypatch.setattr(
        people, "own_or_404", lambda request, pk: organisations.named_or_404(pk)
    )
    findings = found(browsers, "people")
    assert said(findings, "strange_canaries: B3-officer", "CANARY-B6-OBSERVER-PERSON")
    assert said(findings, "unlike what never was: B3-officer", "status 200")


def test_a_foreign_object_that_is_told_from_a_missing_one_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "plan_edit") == []

    def telling(rows: Any, pk: int) -> Any:
        with unscoped(because="a planted fault"):
            there = Plan.objects.filter(pk=pk).exists()
        mine = Plan.objects.select_related("scope", "programme").filter(pk=pk).first()
        if there and mine is None:
            raise PermissionError
        return get_object_or_404(rows, pk=pk)

    monkeypatch.setattr(plans, "get_object_or_404", telling)
    findings = found(browsers, "plan_edit")
    assert said(findings, "unlike what never was: B3-officer GET", "status 500")
    assert said(findings, "unlike what never was: B3-officer GET", "another page")


def test_a_page_that_writes_when_read_is_found(
    browsers: Browsers, settings: Any
) -> None:
    @door.public
    def counting(request: HttpRequest) -> HttpResponse:
        Organisation.objects.filter(pk=0).update(level="province")
        return HttpResponse("ok")

    with with_route(settings, counting):
        findings = found(browsers, "planted")
    assert said(findings, "writes_while_reading: B3-officer GET /lo/", "UPDATE")


def test_a_redirect_to_another_site_is_found(
    browsers: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(browsers, "switch_language") == []
    monkeypatch.setattr(accounts, "back_to", lambda request, wanted: wanted)
    findings = found(browsers, "switch_language")
    assert said(findings, "leads_away: B3-officer POST", "leads to https://elsewhere")
