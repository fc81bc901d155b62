"""Whether a PostgreSQL answers the tests, and waking one that is installed."""

import os
import re
import time
from pathlib import Path

import psycopg

from setup.commands import answers

DEFAULT = "postgres://postgres@127.0.0.1:5432/postgres"
CLUSTERS = Path("/etc/postgresql")


def url() -> str:
    """Where the tests look for PostgreSQL."""
    return os.environ.get("TEST_DATABASE_URL") or DEFAULT


def shown(address: str) -> str:
    """The address without its password, fit to be printed."""
    return re.sub(r"(//[^:/@]*):[^@]*@", r"\1:***@", address)


def silent(address: str, seconds: int = 3) -> str | None:
    """Why no PostgreSQL answers at the address; None when one does."""
    try:
        with psycopg.connect(address, connect_timeout=seconds) as connection:
            connection.execute("SELECT 1")
    except psycopg.Error as error:
        lines = str(error).strip().splitlines()
        return lines[0] if lines else type(error).__name__
    return None


def wake(address: str) -> str | None:
    """Start the installed clusters, where we may; then why it is silent still."""
    if os.geteuid() != 0 or not CLUSTERS.is_dir():
        return silent(address)
    for folder in sorted(CLUSTERS.glob("*/*")):
        answers(["pg_ctlcluster", folder.parent.name, folder.name, "start"])
    for _ in range(10):
        why = silent(address)
        if why is None:
            return None
        time.sleep(1)
    return silent(address)
