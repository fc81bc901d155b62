"""Tasks are decided on one after the other: whoever decides by a task holds its row."""

from phoihop.organisations.models import Organisation
from phoihop.programmes.models import Plan, Task
from phoihop.programmes.models.plan import PlanParty
from phoihop.programmes.models.programme import PartyRole
from phoihop.programmes.rules.state import Phase, may_step
from phoihop.refusals import Refused


def hold_task(pk: int) -> Task:
    """The task as it stands, which nobody else changes until the transaction ends."""
    rows = Task.objects.select_for_update(no_key=True, of=("self",))
    found: Task = rows.select_related("plan").get(pk=pk)
    return found


def step(task: Task, to: Phase) -> Phase:
    """The phase that the task may come to; raises ``Refused`` if it may not."""
    if not may_step(Phase(task.phase), to):
        raise Refused("task.step", phase=task.get_phase_display())
    return to


def refuse_outside(task: Task) -> None:
    """A duty beyond the boundary is text, open or done: nothing hangs on it."""
    if task.outside:
        raise Refused("task.outside")


def standing_of(plan: Plan) -> int:
    """The key of the body that keeps the plan."""
    rows: list[int] = list(
        PlanParty.objects.filter(plan=plan, role=PartyRole.STANDING).values_list(
            "organisation_id", flat=True
        )
    )
    return rows[0]


def refuse_no_party(plan: Plan, body: Organisation, *, code: str, field: str) -> None:
    """Only what takes part in the plan is bound by it."""
    if not plan.parties.filter(organisation=body).exists():
        raise Refused(code, field=field)
