"""Each wall of the jail, tried by a program that runs into it on purpose."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.pure

# What a parser that was taken over would try; each answers whether it succeeded.
TRIES = """
import json, mmap, os, socket, sys
from phoihop.reading import confinement
from phoihop.reading.confinement import Limits

def opened(): open("/etc/passwd").close()
def wrote(): open("/tmp/phoihop-evil", "w").close()
def listed(): os.listdir("/etc")
def called(): socket.create_connection(("127.0.0.1", int(sys.argv[2])), 1).close()
def made_socket(): socket.socket().close()
def forked():
    if os.fork() == 0: os._exit(0)
def signalled(): os.kill(os.getppid(), 0)
def grew():
    handle = os.memfd_create("a"); os.write(handle, b"a")
def took(): mmap.mmap(-1, 900 * 1024 * 1024).close()
def many(): [os.dup(0) for _ in range(40)]

walls = {
    "none": lambda: None,
    "limits": lambda: confinement.limit(Limits()),
    "network": confinement.leave_network,
    "rights": confinement.drop_rights,
    "landlock": confinement.shut_files,
    "seccomp": lambda: confinement.shut_calls(forking=False),
}
put_up = walls[sys.argv[1]]
stands = put_up()
done = {}
attempts = (opened, wrote, listed, called, made_socket, signalled, forked, grew)
for attempt in (*attempts, took, many):
    try:
        attempt()
        done[attempt.__name__] = True
    except (OSError, MemoryError):
        done[attempt.__name__] = False
try:
    os.unlink("/tmp/phoihop-evil")
except OSError:
    pass
print(json.dumps([stands, done]))
"""


def tried(wall: str, port: int = 9) -> tuple[object, dict[str, bool]]:
    """(what the wall says of itself, which attempts succeeded)."""
    done = subprocess.run(
        [sys.executable, "-c", TRIES, wall, str(port)],
        capture_output=True,
        text=True,
        check=True,
    )
    stands, attempts = json.loads(done.stdout)
    return stands, attempts


def test_without_walls_all_of_it_succeeds() -> None:
    """The control: what fails below fails because of the wall."""
    _, done = tried("none")
    assert [name for name, succeeded in done.items() if not succeeded] == ["called"]


def test_limits_hold() -> None:
    _, done = tried("limits")
    assert not done["grew"]
    assert not done["took"]
    assert not done["many"]


def test_landlock_shuts_files_where_the_kernel_has_it() -> None:
    stands, done = tried("landlock")
    assert isinstance(stands, dict)
    if not stands["landlock_files"]:
        pytest.skip("This kernel has no Landlock.")
    for attempt in ("opened", "wrote", "listed"):
        assert not done[attempt], attempt
    if stands["landlock_signals"]:
        assert not done["signalled"]


def test_seccomp_shuts_calls_where_the_machine_is_known() -> None:
    stands, done = tried("seccomp")
    if not stands:
        pytest.skip("Seccomp cannot be had on this machine.")
    for attempt in ("opened", "wrote", "listed", "called", "made_socket", "forked"):
        assert not done[attempt], attempt
    assert not done["signalled"]


def test_a_network_of_its_own_has_nobody_in_it(canary_port: int) -> None:
    assert tried("none", canary_port)[1]["called"]
    stands, done = tried("network", canary_port)
    if not stands:
        pytest.skip("This machine gives no network of one's own without root.")
    assert not done["called"]
