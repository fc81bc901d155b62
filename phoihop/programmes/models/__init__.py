"""Programme, party, plan, task."""

from phoihop.programmes.models.plan import (
    Plan,
    PlanParty,
    PlanPartyVersion,
    PlanVersion,
)
from phoihop.programmes.models.programme import (
    Party,
    PartyVersion,
    Programme,
    ProgrammeVersion,
)
from phoihop.programmes.models.task import Task, TaskVersion, due_is

__all__ = [
    "Party",
    "PartyVersion",
    "Plan",
    "PlanParty",
    "PlanPartyVersion",
    "PlanVersion",
    "Programme",
    "ProgrammeVersion",
    "Task",
    "TaskVersion",
    "due_is",
]
