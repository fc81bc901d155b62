"""Programme, plan, clause, source, task, support, progress, acceptance, sheet."""

from phoihop.programmes.models.clause import (
    Clause,
    ClauseVersion,
    Source,
    SourceVersion,
)
from phoihop.programmes.models.confirmation import Confirmation, ConfirmationVersion
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
from phoihop.programmes.models.progress import (
    Acceptance,
    AcceptanceVersion,
    Evidence,
    EvidenceVersion,
    Progress,
    ProgressVersion,
)
from phoihop.programmes.models.task import (
    Support,
    SupportVersion,
    Task,
    TaskVersion,
    state_is,
    state_of,
    support_state,
)
from phoihop.programmes.models.task_sheet import (
    TaskSheet,
    TaskSheetLine,
    TaskSheetLineVersion,
    TaskSheetVersion,
)

__all__ = [
    "Acceptance",
    "AcceptanceVersion",
    "Clause",
    "ClauseVersion",
    "Confirmation",
    "ConfirmationVersion",
    "Evidence",
    "EvidenceVersion",
    "Party",
    "PartyVersion",
    "Plan",
    "PlanParty",
    "PlanPartyVersion",
    "PlanVersion",
    "Programme",
    "ProgrammeVersion",
    "Progress",
    "ProgressVersion",
    "Source",
    "SourceVersion",
    "Support",
    "SupportVersion",
    "Task",
    "TaskSheet",
    "TaskSheetLine",
    "TaskSheetLineVersion",
    "TaskSheetVersion",
    "TaskVersion",
    "state_is",
    "state_of",
    "support_state",
]
