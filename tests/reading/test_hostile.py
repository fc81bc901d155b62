"""C07 to C11: every hostile file is refused by name, and nothing else happens."""

import os
import socket
import time
from pathlib import Path

import pytest

from phoihop.reading.jail import Jail
from phoihop.refusals import Refused
from tests.hostile import HEAVY, all_files
from tests.reading.conftest import Canary

pytestmark = pytest.mark.pure

CHECKS = {"C07": 15, "C08": 30, "C09": 40, "C10": 80, "C11": 25, "lying": 70}
ROOT = Path(__file__).resolve().parent.parent.parent


def memory() -> int:
    """Resident kilobytes of this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


def places() -> set[str]:
    """Names in the folders that a careless reader would write to."""
    return {
        f"{folder}/{name}"
        for folder in ("/tmp", "/var/tmp", "/etc", os.getcwd(), str(ROOT))
        for name in os.listdir(folder)
        if name.startswith(("phoihop-evil", "evil", "core", "a.xml", "link.xml"))
    }


def refused_with(jail: Jail, data: bytes, name: str) -> str:
    """The code of the refusal, or that there was none."""
    try:
        jail.extract(data, name=name)
    except Refused as refused:
        return refused.code if refused.field == "file" else "at no field"
    return "taken"


@pytest.mark.parametrize("check", CHECKS)
def test_each_hostile_file_is_refused_by_name(
    check: str, jail: Jail, canary: Canary
) -> None:
    """And the one that asked is as large as before, its keeper the same."""
    keeper, before, there = jail.keeper_pid, memory(), places()
    wrong, count, slowest = [], 0, 0.0
    for file in all_files(canary.address, checks=(check,), heavy=False):
        began = time.monotonic()
        code = refused_with(jail, file.data, file.name)
        slowest = max(slowest, time.monotonic() - began)
        count += 1
        if code != file.code:
            wrong.append(f"{file.name}: {code}, not {file.code}")

    assert wrong == []
    assert count >= CHECKS[check]
    assert slowest < 30
    assert canary.calls == []
    assert places() == there
    assert jail.keeper_pid == keeper
    # The files themselves are made in this process; none of them stays.
    assert memory() - before < 120_000


@pytest.mark.long
def test_the_heavy_ones_as_well(jail: Jail, canary: Canary) -> None:
    names = set()
    for file in all_files(canary.address):
        if file.name in HEAVY:
            names.add(file.name)
            began = time.monotonic()
            assert refused_with(jail, file.data, file.name) == file.code, file.name
            assert time.monotonic() - began < 30
    assert names == set(HEAVY)
    assert canary.calls == []


@pytest.mark.long
def test_asking_a_hundred_times_leaves_the_asker_as_it_was(jail: Jail) -> None:
    """The files are at hand before; what grows afterwards would be the jail's."""
    files = [
        file
        for file in all_files(heavy=False)
        if len(file.data) < 300_000 and file.check in ("C07", "C08", "C09")
    ]
    for file in files:
        refused_with(jail, file.data, file.name)
    before = memory()
    for _ in range(3):
        for file in files:
            refused_with(jail, file.data, file.name)
    assert len(files) * 3 > 100
    assert memory() - before < 1_024


def test_the_canary_would_have_been_heard(canary: Canary) -> None:
    """The control: whoever calls is counted."""
    host, _, port = canary.address.removeprefix("http://").partition(":")
    socket.create_connection((host, int(port))).close()
    for _ in range(100):
        if canary.calls:
            break
        time.sleep(0.01)
    assert len(canary.calls) == 1
