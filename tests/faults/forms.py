"""Every form of the house that posts, filled in by somebody who may."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client

from phoihop.organisations.models import Membership
from tests import agreed, kept
from tests.factories import PASSWORD, World, invited
from tests.faults.form import LONG, Form, Typed
from tests.faults.paper_forms import PAPER_FORMS
from tests.faults.races import browser
from tests.faults.tasks_at_hand import beyond, of, part_of, resting, waiting


@dataclass(frozen=True)
class Filled:
    """A form with somebody in front of it and everything typed, not yet sent."""

    name: str
    client: Client
    address: str
    typed: Typed

    def send(self) -> tuple[int, str]:
        """Status and page of the answer."""
        return post(self.client, self.address, self.typed)


def _nothing(world: World) -> None:
    return None


def _ban(world: World) -> int:
    return world.bodies["ban"].pk


def _so(world: World) -> int:
    return world.bodies["so"].pk


def _role_of_oanh(world: World) -> int:
    return Membership.objects.get(person__username="oanh").pk


def _task(world: World) -> Typed:
    return {"text": LONG * 40, "lead": _so(world), "due_date": "30/09/2026"}


def _because(world: World) -> Typed:
    return {"reason": LONG * 10, "seen": 1}


def _part(world: World) -> Typed:
    return {"deliverable": LONG * 10, "due_date": "29/09/2026"}


def _programme(world: World) -> Typed:
    return {"title": LONG * 12, "first_year": 2025, "last_year": 2033}


def _kept(make: Callable[[World], Any]) -> Callable[[World], int]:
    """What the directory keeps: made once, and found again."""
    return lambda world: int(make(world).pk)


def _ending(world: World) -> Typed:
    return {"day": "16/07/2026", "seen": 1}


FORMS = (
    Form(
        "programme_create",
        "lan",
        _nothing,
        lambda world: {**_programme(world), "members": [_so(world)]},
    ),
    Form(
        "programme_edit",
        "lan",
        lambda world: world.programme.pk,
        lambda world: {**_programme(world), "seen": 1},
    ),
    Form(
        "plan_create",
        "lan",
        lambda world: world.programme.pk,
        lambda world: {"title": LONG * 11, "year": 2027, "partners": [_so(world)]},
    ),
    Form(
        "plan_edit",
        "lan",
        lambda world: world.plan.pk,
        lambda world: {"title": LONG * 10, "year": 2028, "seen": 1},
    ),
    Form("task_create", "minh", lambda world: world.plan.pk, _task),
    Form(
        "task_edit",
        "minh",
        lambda world: world.task.pk,
        lambda world: {**_task(world), "seen": 1},
    ),
    Form("task_pause", "minh", of("task_pause"), _because),
    Form("task_drop", "minh", of("task_drop"), _because),
    Form("task_resume", "lan", resting, lambda world: {"seen": 2}),
    Form("task_finish", "lan", beyond, lambda world: {"seen": 1}),
    Form(
        "progress_report",
        "minh",
        lambda world: agreed.of_so(world).pk,
        lambda world: {
            "organisation": _so(world),
            "percent": 45,
            "note": LONG * 40,
            "paper_text": LONG * 6,
            "count_text": LONG * 5,
            "amount": 1250,
            "link_text": LONG * 4,
            "link": "https://lamkhe.gov.vn/tin/3",
        },
    ),
    Form(
        "task_accept",
        "lan",
        of("task_accept"),
        lambda world: {"report": waiting(world, "task_accept").pk},
    ),
    Form(
        "task_return",
        "lan",
        of("task_return"),
        lambda world: {
            "report": waiting(world, "task_return").pk,
            "reason": LONG * 20,
        },
    ),
    Form(
        "support_create",
        "minh",
        of("support_create"),
        lambda world: {**_part(world), "organisation": _ban(world)},
    ),
    Form(
        "support_edit",
        "minh",
        part_of("support_edit"),
        lambda world: {**_part(world), "seen": 1},
    ),
    Form("support_finish", "lan", part_of("support_finish"), lambda world: {"seen": 1}),
    Form(
        "support_withdraw",
        "lan",
        part_of("support_withdraw"),
        lambda world: {"seen": 1},
    ),
    Form(
        "organisation_rename",
        "quang",
        _ban,
        lambda world: {
            "name": LONG * 5,
            "valid_from": "01/07/2026",
            "decision": "số 17/QĐ",
        },
    ),
    Form("organisation_alias", "quang", _ban, lambda world: {"text": LONG * 4}),
    Form(
        "role_give",
        "quang",
        _ban,
        lambda world: {
            "person": "cuc",
            "role": "deputy",
            "since": "02/07/2026",
            "until": "03/08/2026",
        },
    ),
    Form("role_end", "quang", _role_of_oanh, lambda world: {"seen": 1}),
    Form(
        "organisation_found",
        "hanh",
        _nothing,
        lambda world: {
            "name": LONG * 6,
            "type": "front",
            "level": "commune",
            "founded_on": "04/07/2025",
            "aliases": "Hội một\nHội hai",
            "decision": "số 18/QĐ",
        },
    ),
    Form(
        "organisation_place",
        "hanh",
        lambda world: world.bodies["xa"].pk,
        lambda world: {"above": _so(world), "valid_from": "05/07/2026"},
    ),
    Form(
        "account_open",
        "hanh",
        _nothing,
        lambda world: {
            "username": "mai.nguyen",
            "name": "Nguyễn Thị Mai",
            "password": "một mật khẩu dài",
        },
    ),
    Form(
        "invitation_make",
        "quang",
        _ban,
        lambda world: {
            "name": "Lý Thị Mai",
            "role": "officer",
            "since": "06/07/2026",
            "until": "07/08/2027",
            "days": 9,
        },
    ),
    Form(
        "invitation_password",
        "quang",
        _ban,
        lambda world: {"person": "dung", "days": 8},
    ),
    Form(
        "invitation_revoke",
        "quang",
        lambda world: invited(world).pk,
        lambda world: {"seen": 1},
    ),
    Form(
        "password_change",
        "hoa",
        _nothing,
        lambda world: {
            "password_old": PASSWORD,
            "password": "một mật khẩu dài khác",
            "password_again": "một mật khẩu dài khác",
        },
    ),
    Form(
        "designation_create",
        "hanh",
        _ban,
        lambda world: {
            "kind": "agency_code",
            "text": "H45.12",
            "valid_from": "06/07/2026",
            "decision": LONG * 4,
        },
    ),
    Form("designation_end", "quang", _kept(kept.symbol), _ending),
    Form(
        "channel_create",
        "quang",
        _ban,
        lambda world: {
            "kind": "website",
            "name": LONG * 2,
            "url": "https://tuyengiao.lamkhe.gov.vn",
            "registered_on": "07/07/2026",
            "decision": LONG * 4,
        },
    ),
    Form("channel_end", "quang", _kept(kept.channel), _ending),
    Form(
        "focal_point_create",
        "quang",
        _ban,
        lambda world: {
            "duty": LONG * 2,
            "mailbox": "phoihop@lamkhe.gov.vn",
            "holder": world.user("lan").pk,
            "since": "08/07/2026",
            "deputy": world.user("hoa").pk,
            "deputy_until": "09/08/2026",
        },
    ),
    Form("focal_point_end", "quang", _kept(kept.focal_point), _ending),
    Form(
        "joint_group_create",
        "hanh",
        _nothing,
        lambda world: {
            "name": LONG * 6,
            "level": "province",
            "decision": LONG * 4,
            "decided_on": "09/07/2026",
            "valid_from": "10/07/2026",
            "standing": _so(world),
            "members": [_ban(world)],
        },
    ),
    Form(
        "joint_group_renew",
        "hanh",
        _kept(kept.group),
        lambda world: {
            "decision": LONG * 4,
            "decided_on": "11/12/2030",
            "valid_from": "01/01/2031",
        },
    ),
    Form(
        "relation_create",
        "hanh",
        _ban,
        lambda world: {
            "kind": "cluster",
            "above": kept.group(world).pk,
            "valid_from": "12/07/2026",
        },
    ),
    Form("relation_end", "hanh", _kept(kept.beside), _ending),
    Form(
        "topic_create",
        "hanh",
        _nothing,
        lambda world: {
            "name": "Cấp nước sạch nông thôn",
            "code": "nuoc-sach",
            "valid_from": "14/07/2026",
        },
    ),
    Form("topic_end", "hanh", _kept(kept.topic), _ending),
    Form(
        "competence_create",
        "hanh",
        _nothing,
        lambda world: {
            "body": _ban(world),
            "topic": kept.topic(world).pk,
            "area": world.bodies["xa"].pk,
            "basis": LONG * 6,
            "valid_from": "15/07/2026",
        },
    ),
    Form("competence_end", "hanh", _kept(kept.competence), _ending),
    Form(
        "organisation_end",
        "hanh",
        lambda world: world.bodies["xa"].pk,
        lambda world: {
            "kind": "absorb",
            "day": "13/08/2026",
            "decision": LONG * 4,
            "successors": [_so(world)],
        },
    ),
    Form("trail_export", "thu", _nothing, lambda world: {"purpose": LONG * 3}),
    *PAPER_FORMS,
)
# What answers with a page of its own, where the others lead on to one.
ANSWERING = ("invitation_make", "invitation_password", "password_change")


def post(client: Client, address: str, typed: Typed) -> tuple[int, str]:
    """Status and page of one post."""
    answer: Any = client.post(address, typed)
    held = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, held.decode()


def filled_in(world: World) -> list[Filled]:
    """Every form of the house, filled in by somebody who may."""
    clients = {name: browser(world, name) for name in {form.who for form in FORMS}}
    return [
        Filled(form.name, clients[form.who], form.address(world), form.typed(world))
        for form in FORMS
    ]
