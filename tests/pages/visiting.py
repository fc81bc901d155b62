"""Every page of the map, with an address of it in the world and who may see it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from phoihop.programmes.rules.state import Phase
from tests import agreed, kept, kept_confirmations, kept_reviews
from tests.documents.stage import drafts_of, read
from tests.factories import World, body_list, invited
from tests.notices.stage import job_of
from tests.pages.jobs_kept import parked_job
from tests.task_sheets import line, looked_through

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


def _worked(world: World) -> list[int]:
    """A task of so in which ban has a part, which lan may report on."""
    return [agreed.support(world).task_id]


def _waiting(world: World) -> list[int]:
    """A task that waits for acceptance."""
    task = agreed.of_so(world)
    if task.phase == Phase.OPEN:
        agreed.final(world, task)
    return [task.pk]


def _ban(world: World) -> list[int]:
    return [world.bodies["ban"].pk]


def _task_sheet(world: World) -> list[int]:
    return [looked_through(world, [line()]).pk]


def _unclear_sheet(world: World) -> list[int]:
    return [looked_through(world, [line(lead="Sở Nội vụ")]).pk]


def _body_list(world: World) -> list[int]:
    return [body_list(world).pk]


def _lans_role(world: World) -> list[int]:
    return [world.user("lan").memberships.earliest("pk").pk]


def _invitation(world: World) -> list[int]:
    return [invited(world).pk]


def _link(world: World) -> list[str]:
    return [invited(world).token]


def _job(world: World) -> list[int]:
    return [job_of(world, "thu", world.bodies["ban"].desk).pk]


def _parked_job(world: World) -> list[int]:
    return [parked_job(world).pk]


def _kept(make: Callable[[World], Any]) -> Callable[[World], list[int]]:
    """What the directory keeps, made for the page that shows it."""
    return lambda world: [make(world).pk]


def _document(world: World) -> list[int]:
    return [read(world).document_id]


def _reading(world: World) -> list[int]:
    return [read(world).pk]


def _draft(world: World) -> list[int]:
    return [drafts_of(read(world), "issuer")[0].pk]


@dataclass(frozen=True)
class Page:
    """One page: its name on the map, its address in the world, who sees it."""

    name: str
    seen_by: tuple[str, ...]
    args: Callable[[World], Sequence[int | str]] = _nothing

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
    Page("task_sheet_receive", PARTIES, _plan),
    Page("task_sheet", PARTIES, _task_sheet),
    Page("task_sheet_bodies", PARTIES, _unclear_sheet),
    Page("tasks", EVERYBODY),
    Page("task", PARTIES, _task),
    Page("task_edit", PARTIES, _task),
    Page("task_pause", PARTIES, _task),
    Page("task_resume", PARTIES, _task),
    Page("task_drop", PARTIES, _task),
    Page("task_finish", PARTIES, _task),
    Page("progress_report", PARTIES, _worked),
    Page("task_accept", PARTIES, _waiting),
    Page("task_return", PARTIES, _waiting),
    Page("support_create", PARTIES, _task),
    Page("support_edit", PARTIES, _kept(agreed.support)),
    Page("support_finish", PARTIES, _kept(agreed.support)),
    Page("support_withdraw", PARTIES, _kept(agreed.support)),
    Page("reviews", EVERYBODY),
    Page("review_create", PARTIES, _programme),
    Page("review", OWN, _kept(kept_reviews.review)),
    Page("review_edit", OWN, _kept(kept_reviews.review)),
    Page("review_finish", OWN, _kept(kept_reviews.review)),
    Page("judgement_create", OWN, _kept(kept_reviews.review)),
    Page("judgement_edit", OWN, _kept(kept_reviews.judgement)),
    Page("judgement_withdraw", OWN, _kept(kept_reviews.judgement)),
    Page("reading_confirm", OWN, _kept(kept_confirmations.reading)),
    Page("confirmation_undo", OWN, _kept(kept_confirmations.confirmation)),
    Page("organisations", EVERYBODY),
    Page("organisation", EVERYBODY, _ban),
    Page("organisation_rename", EVERYBODY, _ban),
    Page("organisation_alias", EVERYBODY, _ban),
    Page("people", (*OWN, "hanh"), _ban),
    Page("role_give", (*OWN, "hanh"), _ban),
    Page("role_end", (*OWN, "hanh"), _lans_role),
    Page("files", EVERYBODY),
    Page("file_receive", EVERYBODY),
    Page("documents", EVERYBODY),
    Page("document_receive", EVERYBODY),
    Page("reading_quality", EVERYBODY),
    Page("document", OWN, _document),
    Page("document_read_again", OWN, _document),
    Page("review_desk", OWN, _reading),
    Page("draft_add", OWN, _reading),
    Page("draft_edit", OWN, _draft),
    Page("draft_body", OWN, _draft),
    Page("invitation_make", (*OWN, "hanh"), _ban),
    Page("invitation_password", (*OWN, "hanh"), _ban),
    Page("invitation_revoke", (*OWN, "hanh"), _invitation),
    Page("password_change", EVERYBODY),
    Page("organisation_found", ("hanh",)),
    Page("organisation_place", ("hanh",), _ban),
    Page("account_open", ("hanh",)),
    Page("designation_create", (*OWN, "hanh"), _ban),
    Page("designation_end", (*OWN, "hanh"), _kept(kept.symbol)),
    Page("channel_create", (*OWN, "hanh"), _ban),
    Page("channel_end", (*OWN, "hanh"), _kept(kept.channel)),
    Page("focal_point_create", (*OWN, "hanh"), _ban),
    Page("focal_point_end", (*OWN, "hanh"), _kept(kept.focal_point)),
    Page("joint_group_create", ("hanh",)),
    Page("joint_group_renew", ("hanh",), _kept(kept.group)),
    Page("relation_create", ("hanh",), _ban),
    Page("relation_end", ("hanh",), _kept(kept.beside)),
    Page("organisation_end", ("hanh",), _ban),
    Page("topics", EVERYBODY),
    Page("topic_create", ("hanh",)),
    Page("topic_end", ("hanh",), _kept(kept.topic)),
    Page("competences", EVERYBODY),
    Page("competence_create", ("hanh",)),
    Page("competence_end", ("hanh",), _kept(kept.competence)),
    Page("body_list_receive", ("hanh",)),
    Page("body_list", ("hanh",), _body_list),
    Page("jobs", EVERYBODY),
    Page("job", OWN, _job),
    Page("job_retry", ("hanh",), _parked_job),
    Page("trail_verify", ("hanh",)),
    Page("notices", EVERYBODY),
    Page("trail", EVERYBODY),
    Page("almanac", EVERYBODY),
    Page("trail_export", EVERYBODY),
)
# Seen without signing in as well.
OPEN = (
    Page("sign_in", EVERYBODY),
    Page("gallery", EVERYBODY),
    Page("invitation", EVERYBODY, _link),
    Page("invitation_known", EVERYBODY, _link),
)
# A link of an invitation is a key: other sites are told the site, no page the link.
LINKS = ("invitation", "invitation_known")
# Only ever posted to.
POSTED = ("sign_out", "switch_language", "switch_body")
# Gives the bytes of a file and shows nothing.
GIVING = (
    "file",
    *("reading_export", "reading_page"),
    "body_list_pattern",
    "task_sheet_pattern",
    "review_docx",
    "review_pdf",
    *("tasks_table", "plan_table", "programme_table"),
)
# Leads on to the desk and shows nothing itself.
LEADING = ("start",)

FORMS = tuple(
    page
    for page in PAGES
    if page.name.endswith(("_create", "_edit", "_rename", "_alias", "_give", "_end"))
    or page.name in ("organisation_found", "organisation_place", "account_open")
    or page.name in ("invitation_make", "invitation_password", "invitation_revoke")
    or page.name in ("password_change", "joint_group_renew")
    or page.name in ("review_finish", "judgement_withdraw")
    or page.name in ("reading_confirm", "confirmation_undo")
    or page.name.startswith(("task_", "support_", "progress_"))
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
