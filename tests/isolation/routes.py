"""Every route of the site, taken from the resolver, and what the id in it names.

``OBJECTS`` is a reviewed list: a new route with an id fails the matrix until somebody
has said here what that id names and for whom it is not there.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

from phoihop.pages.scoped import Access
from tests.isolation.cast import Part
from tests.isolation.province import Kind, Province, Thing

PARAMETER = re.compile(r"<[^>]+>")


class Guard(StrEnum):
    """For whom the object of a route is not there (404, like one that never was)."""

    CIRCLE = "circle"  # for whose body is not in its circle
    OWN_BODY = "own body"  # for whoever is not of that body, the operator aside
    DIRECTORY = "directory"  # for nobody: who is who may be looked up
    OPERATOR = "operator"  # for everybody but the operator
    LINK = "link"  # for everybody: no number is the key in a link


OBJECTS: dict[str, tuple[Kind, Guard]] = {
    "programme": (Kind.PROGRAMME, Guard.CIRCLE),
    "programme_edit": (Kind.PROGRAMME, Guard.CIRCLE),
    "plan_create": (Kind.PROGRAMME, Guard.CIRCLE),
    "plan": (Kind.PLAN, Guard.CIRCLE),
    "plan_edit": (Kind.PLAN, Guard.CIRCLE),
    "task_create": (Kind.PLAN, Guard.CIRCLE),
    "task_sheet_receive": (Kind.PLAN, Guard.CIRCLE),
    "task_sheet": (Kind.TASK_SHEET, Guard.CIRCLE),
    "task_sheet_bodies": (Kind.TASK_SHEET, Guard.CIRCLE),
    "task": (Kind.TASK, Guard.CIRCLE),
    "task_edit": (Kind.TASK, Guard.CIRCLE),
    "task_pause": (Kind.TASK, Guard.CIRCLE),
    "task_resume": (Kind.RESTING, Guard.CIRCLE),
    "task_drop": (Kind.TASK, Guard.CIRCLE),
    "task_finish": (Kind.BEYOND, Guard.CIRCLE),
    "progress_report": (Kind.TASK, Guard.CIRCLE),
    "task_accept": (Kind.WAITING, Guard.CIRCLE),
    "task_return": (Kind.WAITING, Guard.CIRCLE),
    "support_create": (Kind.TASK, Guard.CIRCLE),
    "support_edit": (Kind.SUPPORT, Guard.CIRCLE),
    "support_finish": (Kind.SUPPORT, Guard.CIRCLE),
    "support_withdraw": (Kind.SUPPORT, Guard.CIRCLE),
    "plan_table": (Kind.PLAN, Guard.CIRCLE),
    "programme_table": (Kind.PROGRAMME, Guard.CIRCLE),
    "file": (Kind.FILE, Guard.CIRCLE),
    "review_create": (Kind.PROGRAMME, Guard.CIRCLE),
    "review": (Kind.REVIEW, Guard.CIRCLE),
    "review_edit": (Kind.REVIEW, Guard.CIRCLE),
    "review_finish": (Kind.REVIEW, Guard.CIRCLE),
    "review_docx": (Kind.REVIEW, Guard.CIRCLE),
    "review_pdf": (Kind.REVIEW, Guard.CIRCLE),
    "judgement_create": (Kind.REVIEW, Guard.CIRCLE),
    "judgement_edit": (Kind.JUDGEMENT, Guard.CIRCLE),
    "judgement_withdraw": (Kind.JUDGEMENT, Guard.CIRCLE),
    "document": (Kind.DOCUMENT, Guard.CIRCLE),
    "document_read_again": (Kind.DOCUMENT, Guard.CIRCLE),
    "review_desk": (Kind.READING, Guard.CIRCLE),
    "draft_add": (Kind.READING, Guard.CIRCLE),
    "reading_export": (Kind.READING, Guard.CIRCLE),
    "reading_page": (Kind.READING, Guard.CIRCLE),
    "draft_edit": (Kind.DRAFT, Guard.CIRCLE),
    "draft_body": (Kind.DRAFT, Guard.CIRCLE),
    "reading_confirm": (Kind.READING, Guard.CIRCLE),
    "confirmation_undo": (Kind.CONFIRMATION, Guard.CIRCLE),
    "organisation": (Kind.BODY, Guard.DIRECTORY),
    "organisation_rename": (Kind.BODY, Guard.DIRECTORY),
    "organisation_alias": (Kind.BODY, Guard.DIRECTORY),
    "people": (Kind.BODY, Guard.OWN_BODY),
    "role_give": (Kind.BODY, Guard.OWN_BODY),
    "role_end": (Kind.MEMBERSHIP, Guard.OWN_BODY),
    "organisation_place": (Kind.BODY, Guard.OPERATOR),
    "job": (Kind.JOB, Guard.CIRCLE),
    "job_retry": (Kind.JOB, Guard.OPERATOR),
    "designation_create": (Kind.BODY, Guard.OWN_BODY),
    "designation_end": (Kind.DESIGNATION, Guard.OWN_BODY),
    "channel_create": (Kind.BODY, Guard.OWN_BODY),
    "channel_end": (Kind.CHANNEL, Guard.OWN_BODY),
    "focal_point_create": (Kind.BODY, Guard.OWN_BODY),
    "focal_point_end": (Kind.FOCAL_POINT, Guard.OWN_BODY),
    "joint_group_renew": (Kind.BODY, Guard.OPERATOR),
    "relation_create": (Kind.BODY, Guard.OPERATOR),
    "relation_end": (Kind.RELATION, Guard.OPERATOR),
    "organisation_end": (Kind.BODY, Guard.OPERATOR),
    "topic_end": (Kind.TOPIC, Guard.OPERATOR),
    "competence_end": (Kind.COMPETENCE, Guard.OPERATOR),
    "body_list": (Kind.BODY_LIST, Guard.OPERATOR),
    "invitation_make": (Kind.BODY, Guard.OWN_BODY),
    "invitation_password": (Kind.BODY, Guard.OWN_BODY),
    "invitation_revoke": (Kind.INVITATION, Guard.OWN_BODY),
    "invitation": (Kind.INVITATION, Guard.LINK),
    "invitation_known": (Kind.INVITATION, Guard.LINK),
}


# Reading them writes: how often an address has guessed is counted.
GUESSES_ARE_COUNTED = ("invitation", "invitation_known")


@dataclass(frozen=True)
class Route:
    """One address of the site."""

    name: str
    pattern: str
    view: Callable[..., Any]

    @property
    def access(self) -> Access | None:
        """The mark of its view; None when it has none."""
        found = getattr(self.view, "access", None)
        return found if isinstance(found, Access) else None

    @property
    def takes_id(self) -> bool:
        """Whether an object is named in the address."""
        return bool(PARAMETER.search(self.pattern))

    @property
    def kind(self) -> Kind:
        """What the id names."""
        return OBJECTS[self.name][0]

    def path(self, named: object = None) -> str:
        """The address, with this id in it."""
        if isinstance(named, int) and "<uuid:" in self.pattern:
            named = UUID(int=named)
        return "/" + PARAMETER.sub(str(named), self.pattern)

    def hides(self, province: Province, part: Part, thing: Thing) -> bool:
        """Whether, for this person, the thing is not there."""
        guard = OBJECTS[self.name][1]
        if part.role is None or guard in (Guard.DIRECTORY, Guard.LINK):
            return False
        if guard is Guard.OPERATOR:
            return not part.is_operator
        return not province.is_own(part, thing)


def routes() -> list[Route]:
    """Every route that the resolver knows, included maps opened."""
    return list(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, above: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = above + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, pattern)
        elif isinstance(entry, URLPattern):
            yield Route(entry.name or pattern, pattern, entry.callback)


def unlisted_objects(found: list[Route]) -> list[str]:
    """Routes with an id of which nobody has said what it names, and the reverse."""
    with_id = {route.name for route in found if route.takes_id}
    missing = [f"{name}: say in OBJECTS what its id names" for name in with_id]
    stale = [f"{name}: in OBJECTS, but no such route" for name in OBJECTS]
    return [s for s in missing if s.split(":")[0] not in OBJECTS] + [
        s for s in stale if s.split(":")[0] not in with_id
    ]
