"""A task sheet in every plan of the province, not entered yet, with whose it is."""

from phoihop import clock
from phoihop.organisations.actions import papers
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import task_sheets
from phoihop.programmes.models import Plan
from phoihop.programmes.rules.sheet_columns import Column
from phoihop.programmes.rules.task_sheet import Line, Listing
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import Kind, Province, acting


def hand_in_sheets(province: Province) -> None:
    """Let an officer of each standing body hand a sheet in for each of its plans."""
    for agreement in cast.AGREEMENTS:
        for draft in agreement.plans:
            _hand_in(province, agreement.standing, f"{agreement.key}-{draft.key}")


def _hand_in(province: Province, body: str, circle: str) -> None:
    officer = account_of(body, Role.OFFICER)
    with acting(province, officer, body, body, circle) as by:
        on = clock.today()
        examined = papers.examine(
            data=b"Giao viec\n",
            name=province.canary(circle, circle, "sheet") + ".txt",
            by=by,
            on=on,
        )
        words = {
            Column.TEXT: province.canary(circle, circle, "line"),
            Column.LEAD: f"Đơn vị {body} (tên mới)",
            Column.NOTE: "ghi chú của bảng",
        }
        sheet = task_sheets.look_through(
            plan=Plan.objects.select_related("scope").get(
                scope_id=province.scopes[circle]
            ),
            examined=examined,
            listing=Listing("Trang 1", (Line(2, words),)),
            by=by,
            on=on,
        )
        province.add(Kind.TASK_SHEET, f"{circle}-sheet", sheet, circle)
