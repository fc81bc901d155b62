"""A machine seeks faults in each reader for a while: no exception, no hang, no flood.

``PHOIHOP_FUZZ_SECONDS`` says how long, all targets together; an hour before a release.
"""

import importlib.util
import os
from pathlib import Path

import pytest

from tests.fuzz import run

pytestmark = [pytest.mark.pure, pytest.mark.long]

SECONDS = int(os.environ.get("PHOIHOP_FUZZ_SECONDS") or 60)
HOW = "Atheris is not there: python3 -m setup.prepare dev --fuzz"
HAS_ATHERIS = importlib.util.find_spec("atheris") is not None


@pytest.mark.skipif(not HAS_ATHERIS, reason=HOW)
def test_nothing_is_found_in_the_readers(tmp_path: Path) -> None:
    for said in run.run(SECONDS, tmp_path):
        assert said["found"] == [], said
        assert said["broken"] == [], said
        assert said["ended"] == 0, said
        assert said["executions"] > 100, said
        assert said["slowest_seconds"] < 30, said


# Trips over a beginning that it has to find for itself.
PLANTED = """
import sys
from tests.fuzz import targets

def trips(data):
    if data[:2] == b"<!":
        raise ValueError("planted")
targets.TARGETS["html"] = targets.Target(trips, lambda: [b"<", b"a"])
from tests.fuzz.campaign import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(not HAS_ATHERIS, reason=HOW)
def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    said = run.one("html", 10, tmp_path, program=("-c", PLANTED))
    assert any("ValueError" in place for place in said["found"])
