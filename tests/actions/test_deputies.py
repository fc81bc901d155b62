"""A deputy acts between two dates; outside of them every door is shut."""

from datetime import datetime, timedelta
from html import escape
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from phoihop import clock
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import scoped
from phoihop.organisations.roles import Role
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import BEGAN, DEPUTY_UNTIL, World
from tests.pages.visiting import leads_to
from tests.witness import differences, dump

DAY = timedelta(days=1)
SESSIONS = ("django_session", "accounts_user")


def nine(day: Any) -> datetime:
    """In the morning of a day."""
    return datetime.combine(day, datetime.min.time(), clock.VIETNAM).replace(hour=9)


def task(world: World) -> dict[str, Any]:
    """A task, typed and ready to be sent."""
    lead = world.bodies["ban"].pk
    key = "00000000-0000-0000-0000-00000000000a"
    return {"text": "Thay mặt", "lead": lead, "due_date": "", "idempotency_key": key}


@pytest.mark.parametrize("day", [BEGAN - DAY, DEPUTY_UNTIL, DEPUTY_UNTIL + 90 * DAY])
def test_outside_its_dates_a_deputy_may_nothing(
    day: Any, world: World, sign_in: SignIn
) -> None:
    """Every page is refused with a sentence and signs out; nothing is stored."""
    create = reverse("task_create", kwargs={"pk": world.plan.pk})
    pages = [reverse(name) for name in ("desk", "programmes", "tasks", "trail")]
    with time_machine.travel(nine(day), tick=False):
        before = dump(but=SESSIONS)
        answers = [sign_in("dung").get(page) for page in (*pages, create)]
        answers.append(sign_in("dung").post(create, task(world)))
        left = sign_in("dung")
        left.get(create)
        assert leads_to(left.get(create)) == f"{reverse('sign_in')}?next={create}"
    assert {answer.status_code for answer in answers} == {403}
    told = escape(sentence(Refused("account.no_role")))
    assert all(told in answer.content.decode() for answer in answers)
    assert differences(before, dump(but=SESSIONS)) == []


@pytest.mark.parametrize("day", [BEGAN, DEPUTY_UNTIL - DAY])
def test_within_its_dates_a_deputy_drafts(
    day: Any, world: World, sign_in: SignIn
) -> None:
    """On the first of its days and on the last; ban is in the circle by then."""
    create = reverse("task_create", kwargs={"pk": world.plan.pk})
    world.plan.scope.members.update(since=BEGAN)
    with time_machine.travel(nine(day), tick=False):
        assert sign_in("dung").post(create, task(world)).status_code == 302


def test_a_role_taken_away_counts_from_the_next_request(
    world: World, sign_in: SignIn
) -> None:
    """With the role the session ends: what was typed stays, and is not stored."""
    dung = sign_in("dung")
    create = reverse("task_create", kwargs={"pk": world.plan.pk})
    assert dung.get(create).status_code == 200
    Membership.objects.filter(person=world.user("dung")).update(until=clock.today())
    before = dump(but=SESSIONS)
    answer = dung.post(create, task(world))
    assert answer.status_code == 403
    assert escape(sentence(Refused("account.no_role"))) in answer.content.decode()
    assert "Thay mặt" in answer.content.decode()
    assert "_auth_user_id" not in dung.session
    assert differences(before, dump(but=SESSIONS)) == []


def test_an_auditor_whose_role_has_ended_takes_nothing_out(world: World) -> None:
    """The command line asks for the roles of today as the pages do."""
    thu = Membership.objects.filter(person=world.user("thu"), role=Role.AUDITOR)
    thu.update(until=clock.today())
    with pytest.raises(CommandError), scoped(world.actors["thu"]):
        call_command("export_trail", by="thu", purpose="quý II")
