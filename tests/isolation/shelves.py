"""A file on every desk of the province, in its name and its bytes whose it is."""

from phoihop import clock
from phoihop.organisations.actions import papers
from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.cast import account_of
from tests.isolation.province import Kind, Province, acting


def fill(province: Province) -> None:
    """Let an officer of every body hand in a file."""
    for body in cast.BODIES:
        officer = account_of(body, Role.OFFICER)
        with acting(province, officer, body, body) as by:
            text = province.canary(body, body, "filetext")
            examined = papers.examine(
                data=f"{text}\n".encode(),
                name=province.canary(body, body, "filename") + ".txt",
                by=by,
                on=clock.today(),
            )
            file = papers.receive_file(examined=examined, by=by, on=clock.today())
            province.add(Kind.FILE, f"{body}-file", file, body)
