"""What the tests of reading stand on: a jail, a watch over the machine, a canary."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from phoihop.reading.jail import Jail


@dataclass
class Canary:
    """A port of this machine that nobody may call; ``calls`` says who did."""

    address: str
    calls: list[object] = field(default_factory=list)


@pytest.fixture
def canary() -> Iterator[Canary]:
    """A listening port, and a count of those who called."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        watched = Canary(f"http://127.0.0.1:{server.getsockname()[1]}")

        def listen() -> None:
            while True:
                try:
                    caller, address = server.accept()
                except OSError:
                    return
                watched.calls.append(address)
                caller.close()

        threading.Thread(target=listen, daemon=True).start()
        yield watched
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def canary_port(canary: Canary) -> int:
    """The port the canary sits on."""
    return int(canary.address.rpartition(":")[2])


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    """A jail as it is set for the product."""
    made = Jail()
    yield made
    made.close()
