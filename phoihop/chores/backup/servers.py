"""PostgreSQL's own programs: pg_dump and pg_restore."""

import re
import shutil
import signal
import subprocess
from typing import Any

from psycopg import pq

from phoihop.chores.backup.databases import Database
from phoihop.chores.backup.troubles import Trouble, is_no_room, no_room
from phoihop.environment import of_a_child

WORDS = {
    option.keyword.decode(): option.envvar.decode()
    for option in pq.Conninfo.get_defaults()
    if option.envvar
}


def program(name: str, server: int) -> str:
    """The path of ``pg_dump`` or ``pg_restore``, no older than the server.

    Raises ``Trouble`` where there is none. ``server`` is its major version.
    """
    found = shutil.which(name)
    said = run([found, "--version"], {}).stdout if found else ""
    version = re.search(r"(\d+)(\.\d+)?", said)
    if not found or not version or int(version[1]) < server:
        raise Trouble(
            f"Cần {name} phiên bản {server} trở lên trong PATH. Cài gói "
            f"postgresql-client-{server} rồi chạy lại.",
            f"{name} of version {server} or newer must be on the PATH. Install "
            f"the package postgresql-client-{server}, then run this again.",
        )
    return found


def major(server: Any) -> int:
    """The version of the server that a connection leads to."""
    return int(server.info.server_version) // 10000


def told(database: Database) -> dict[str, str]:
    """Where the database is and who asks, as variables that libpq reads.

    Not as arguments, which all on the machine can read.
    """
    words = {**database.login, "dbname": database.name}
    return {WORDS[word]: value for word, value in words.items() if word in WORDS}


def run(
    command: list[str], variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run one of the programs to its end."""
    # The programs are found on the PATH; no word comes from a person but folders.
    return subprocess.run(  # noqa: S603  # as the line above says
        command,
        env=of_a_child(**variables, LC_ALL="C"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def run_or_say(command: list[str], database: Database, where: object) -> None:
    """The same; raises ``Trouble`` with its own words when it failed."""
    ran = run(command, told(database))
    if ran.returncode == 0:
        return
    said = " ".join(ran.stderr.split())[-600:]
    # A limit on the size of files ends a program by a signal.
    if is_no_room(Exception(said)) or ran.returncode == -signal.SIGXFSZ:
        raise no_room(where)
    name = command[0].rpartition("/")[2]
    raise Trouble(f"{name} không chạy được: {said}", f"{name} failed: {said}")
