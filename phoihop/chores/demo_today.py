"""What lies on the demo's desks today: a file, an open invitation, an export asked.

By the real actions and under the real clock: a link that was made in the past would
be over, and a job that was asked for then would have waited for years.
"""

from phoihop import clock
from phoihop.chores.demo_texts import EXPORT_PURPOSE, INVITED, SHEET, SHEET_NAME
from phoihop.drafting.sheets import workbook
from phoihop.organisations.actions import invitations, oversight, papers
from phoihop.organisations.permissions import Actor, scoped
from phoihop.organisations.roles import Role

DAYS = 14


def lay_out(*, officer: Actor, admin: Actor, auditor: Actor) -> None:
    """A sheet for the officer, a colleague invited, the trail asked for."""
    on = clock.today()
    with scoped(officer):
        sheet = workbook("Phân công", SHEET)
        examined = papers.examine(data=sheet, name=SHEET_NAME, by=officer, on=on)
        papers.receive_file(examined=examined, by=officer, on=on)
    if admin.organisation is None:
        raise TypeError("An admin is one of a body.")
    with scoped(admin):
        invitations.invite(
            body=admin.organisation,
            name=INVITED,
            role=Role.OFFICER,
            since=on,
            days=DAYS,
            by=admin,
            on=on,
        )
    with scoped(auditor):
        oversight.export(purpose=EXPORT_PURPOSE, by=auditor, on=on)
