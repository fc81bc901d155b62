"""docs/permissions.md: its tables, made from phoihop/organisations/roles.py.

`.venv/bin/python -m setup.permissions_table` writes them again; a test holds the page
to the code. roles.py is pure, so nothing has to be set up for it.
"""

import sys
from collections.abc import Iterable

from phoihop.organisations import roles
from phoihop.organisations.roles import Permission, Place, Role
from setup.places import HERE

PAGE = HERE.root / "docs" / "permissions.md"
BEGIN = "<!-- made by setup/permissions_table.py: do not edit from here -->"
END = "<!-- to here -->"


def tables() -> str:
    """Both tables in Markdown: permissions by role, and by place in a circle."""
    by_role = _table(
        list(Role),
        ([_word(roles.role_grants(r, p)) for r in Role] for p in Permission),
    )
    by_place = _table(
        list(Place), ([_in_circle(place, p) for place in Place] for p in Permission)
    )
    return (
        f"## What a role grants\n\n{by_role}\n\n"
        f"## What a place in the circle allows\n\n{by_place}\n"
    )


def _table(columns: list[str], rows: Iterable[list[str]]) -> str:
    lines = [
        ["permission", *(f"`{column}`" for column in columns)],
        ["---", *("---" for _ in columns)],
    ]
    named = zip(Permission, rows, strict=True)
    lines += [[f"`{permission}`", *cells] for permission, cells in named]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _word(is_so: bool) -> str:
    return "yes" if is_so else "-"


def _in_circle(place: Place, permission: Permission) -> str:
    if permission in roles.WITHOUT_CIRCLE:
        return "no circle is asked"
    return _word(roles.place_allows(place, permission))


def renewed(page: str) -> str:
    """The page with its tables as the code has them now."""
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE} has lost the marks between which the tables stand.")
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def main() -> int:
    """Write the tables into the page."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
