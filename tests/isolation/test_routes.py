"""Every route says who it is for, once; the whole classification is reviewed here."""

import types
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from phoihop.pages import scoped
from phoihop.pages.scoped import Access
from tests.isolation.routes import Route, routes

PUBLIC, SIGNED_IN = Access.PUBLIC, Access.SIGNED_IN
SCOPED, OPERATOR = Access.SCOPED, Access.OPERATOR

# Read a line before adding it: a public page is everybody's on the internet.
CLASSIFIED = {
    "start": PUBLIC,
    "sign_in": PUBLIC,
    "switch_language": PUBLIC,
    "gallery": PUBLIC,
    "sign_out": PUBLIC,
    "invitation": PUBLIC,
    "invitation_known": PUBLIC,
    "switch_body": SIGNED_IN,
    "password_change": SIGNED_IN,
    "organisations": SIGNED_IN,
    "topics": SIGNED_IN,
    "competences": SIGNED_IN,
    "almanac": SIGNED_IN,
    "desk": SCOPED,
    "programmes": SCOPED,
    "programme_create": SCOPED,
    "programme": SCOPED,
    "programme_edit": SCOPED,
    "plan_create": SCOPED,
    "plan": SCOPED,
    "plan_edit": SCOPED,
    "task_create": SCOPED,
    "task_sheet_receive": SCOPED,
    "task_sheet_pattern": SCOPED,
    "task_sheet": SCOPED,
    "task_sheet_bodies": SCOPED,
    "tasks": SCOPED,
    "task": SCOPED,
    "task_edit": SCOPED,
    "task_pause": SCOPED,
    "task_resume": SCOPED,
    "task_drop": SCOPED,
    "task_finish": SCOPED,
    "progress_report": SCOPED,
    "task_accept": SCOPED,
    "task_return": SCOPED,
    "support_create": SCOPED,
    "support_edit": SCOPED,
    "support_finish": SCOPED,
    "support_withdraw": SCOPED,
    "tasks_table": SCOPED,
    "plan_table": SCOPED,
    "programme_table": SCOPED,
    "documents": SCOPED,
    "document_receive": SCOPED,
    "document": SCOPED,
    "document_read_again": SCOPED,
    "reading_quality": SCOPED,
    "review_desk": SCOPED,
    "reading_page": SCOPED,
    "draft_add": SCOPED,
    "reading_export": SCOPED,
    "draft_edit": SCOPED,
    "draft_body": SCOPED,
    "reviews": SCOPED,
    "review_create": SCOPED,
    "review": SCOPED,
    "review_edit": SCOPED,
    "review_finish": SCOPED,
    "review_docx": SCOPED,
    "review_pdf": SCOPED,
    "judgement_create": SCOPED,
    "judgement_edit": SCOPED,
    "judgement_withdraw": SCOPED,
    "reading_confirm": SCOPED,
    "confirmation_undo": SCOPED,
    "organisation": SCOPED,
    "organisation_rename": SCOPED,
    "organisation_alias": SCOPED,
    "designation_create": SCOPED,
    "designation_end": SCOPED,
    "channel_create": SCOPED,
    "channel_end": SCOPED,
    "focal_point_create": SCOPED,
    "focal_point_end": SCOPED,
    "people": SCOPED,
    "role_give": SCOPED,
    "role_end": SCOPED,
    "invitation_make": SCOPED,
    "invitation_password": SCOPED,
    "invitation_revoke": SCOPED,
    "jobs": SCOPED,
    "job": SCOPED,
    "job_retry": SCOPED,
    "notices": SCOPED,
    "trail_verify": OPERATOR,
    "trail": SCOPED,
    "trail_export": SCOPED,
    "files": SCOPED,
    "file_receive": SCOPED,
    "file": SCOPED,
    "organisation_found": OPERATOR,
    "organisation_place": OPERATOR,
    "joint_group_create": OPERATOR,
    "joint_group_renew": OPERATOR,
    "relation_create": OPERATOR,
    "relation_end": OPERATOR,
    "organisation_end": OPERATOR,
    "topic_create": OPERATOR,
    "topic_end": OPERATOR,
    "competence_create": OPERATOR,
    "competence_end": OPERATOR,
    "account_open": OPERATOR,
    "body_list_receive": OPERATOR,
    "body_list_pattern": OPERATOR,
    "body_list": OPERATOR,
}


def unclassified(found: list[Route]) -> list[str]:
    """Routes that do not say who they are for, or say it other than reviewed."""
    said = []
    for route in found:
        marks = marks_of(route.view)
        if len(marks) != 1:
            said.append(f"{route.name}: {len(marks)} marks of access, not one")
        elif CLASSIFIED.get(route.name) is not marks[0]:
            said.append(f"{route.name}: {marks[0]}, not as reviewed in CLASSIFIED")
    stale = CLASSIFIED.keys() - {route.name for route in found}
    return said + [f"{name}: in CLASSIFIED, but no such route" for name in stale]


def marks_of(view: Callable[..., Any]) -> list[Access]:
    """The marks along the decorators of a view; each of them counts."""
    marks: list[str] = []
    layer: Any = view
    while layer is not None:
        if "access" in vars(layer):
            marks.append(vars(layer)["access"])
        layer = getattr(layer, "__wrapped__", None)
    return [Access(mark) for mark in marks]


def with_view(view: Callable[..., Any]) -> list[Route]:
    """The routes of the site and one more."""
    return [*routes(), Route("planted", "lo/", view)]


def a_view(request: HttpRequest) -> HttpResponse:
    """A page that says nothing of who it is for."""
    return HttpResponse("ok")


def a_copy() -> Callable[[HttpRequest], HttpResponse]:
    """The same page as a function of its own, to be marked."""
    return types.FunctionType(a_view.__code__, globals(), "a_copy")


def test_every_route_has_exactly_one_access_class_and_it_is_the_reviewed_one() -> None:
    assert unclassified(routes()) == []


def test_no_two_routes_share_a_name() -> None:
    names = [route.name for route in routes()]
    assert sorted(names) == sorted(set(names))


def test_a_new_route_without_a_mark_is_found() -> None:
    assert unclassified(with_view(a_view)) == ["planted: 0 marks of access, not one"]


def test_a_new_route_that_nobody_has_reviewed_is_found() -> None:
    found = unclassified(with_view(scoped.public(a_copy())))
    assert found == ["planted: public, not as reviewed in CLASSIFIED"]


def test_a_view_with_two_marks_is_found() -> None:
    twice = scoped.scoped_page(scoped.public(a_copy()))
    assert unclassified(with_view(twice)) == ["planted: 2 marks of access, not one"]


def test_a_route_that_changed_its_class_is_found() -> None:
    loosened = [
        Route(route.name, route.pattern, scoped.public(a_copy()))
        if route.name == "trail"
        else route
        for route in routes()
    ]
    found = unclassified(loosened)
    assert found == ["trail: public, not as reviewed in CLASSIFIED"]


def test_a_view_without_a_mark_is_never_served() -> None:
    request = RequestFactory().get("/lo/")
    guard = scoped.classified(a_view)
    with pytest.raises(ImproperlyConfigured, match="a_view"):
        guard.process_view(request, a_view, (), {})
    assert guard.process_view(request, scoped.public(a_copy()), (), {}) is None
