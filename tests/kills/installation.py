"""A served installation of its own: web server and worker as processes to kill."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.own_database import OwnDatabase

PATIENCE_SECONDS = 30


@dataclass
class Installation:
    """What ``phoihop serve`` and ``phoihop worker`` run on, and their processes."""

    folder: Path
    told: dict[str, str]
    port: int
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    kills: int = 0

    def start(self, *verbs: str) -> None:
        """Start what does not run; comes back when the site answers."""
        for verb in verbs:
            if verb not in self.running:
                self.running[verb] = self._process(verb)
        if "serve" in verbs:
            self._wait_for_answer()

    def kill(self, verb: str) -> None:
        """SIGKILL to the process and all it started: no farewell of any kind."""
        process = self.running.pop(verb)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE_SECONDS)
        self.kills += 1

    def stop(self) -> None:
        """End everything, however it runs."""
        for process in self.running.values():
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE_SECONDS)
        self.running.clear()

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """One command of the installation, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "phoihop.cli", *arguments],
            env=self.told,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def until_settled(self, unfinished: Callable[[], int]) -> int:
        """Let a worker work until nothing is left; returns the seconds that took."""
        begun = time.monotonic()
        while unfinished():
            assert time.monotonic() - begun < 120, self.log()[-3000:]
            done = self.run("worker", "--batch")
            assert done.returncode == 0, done.stderr
            time.sleep(0.5)
        return round(time.monotonic() - begun)

    def log(self) -> str:
        """What the processes have said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def _process(self, verb: str) -> "subprocess.Popen[bytes]":
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "phoihop.cli", *self._arguments(verb)],
                env=self.told,
                stdout=log,
                stderr=log,
                # A group of its own, so that a kill takes all of it.
                start_new_session=True,
            )

    def _arguments(self, verb: str) -> Sequence[str]:
        return [verb, "--port", str(self.port)] if verb == "serve" else [verb]

    def _wait_for_answer(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            try:
                # The port stands before the site does: only an answer counts.
                line.request("GET", "/dang-nhap/")
                line.getresponse().read()
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)
            else:
                return
            finally:
                line.close()
        raise AssertionError(f"The site does not answer.\n{self.log()[-2000:]}")


@contextmanager
def installed(database: OwnDatabase, folder: Path) -> Iterator[Installation]:
    """An installation on this database; its files and logs lie in ``folder``."""
    var = folder / "var"
    var.mkdir(parents=True)
    shutil.copy(settings.VAR / "secret-key", var / "secret-key")
    told = dict(
        os.environ,
        DATABASE_URL=_address(database),
        PHOIHOP_VAR=str(var),
        PHOIHOP_HTTPS="false",
        # A killed worker's job is taken up soon.
        PHOIHOP_JOB_LEASE_SECONDS="2",
        PHOIHOP_TRAIL_HEAD_FILE=str(settings.TRAIL_HEAD_FILE),
        DJANGO_SETTINGS_MODULE="phoihop.settings",
    )
    made = Installation(folder, told, _free_port())
    # The pages name their static files by the manifest that this makes.
    gathered = made.run("manage", "collectstatic", "--noinput", "-v", "0")
    assert gathered.returncode == 0, gathered.stderr
    try:
        yield made
    finally:
        made.stop()


def _address(database: OwnDatabase) -> str:
    if database.vendor == "sqlite":
        return f"sqlite:///{database.name}"
    held = connection.settings_dict
    host, port = held["HOST"] or "127.0.0.1", held["PORT"] or "5432"
    user = held["USER"] + (f":{held['PASSWORD']}" if held["PASSWORD"] else "")
    return f"postgres://{user}@{host}:{port}/{database.name}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
