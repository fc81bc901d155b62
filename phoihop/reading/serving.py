"""A child of the keeper: inside its walls, it serves a paper, or some, and ends."""

import gc
import json
import os
import resource
import signal
import socket
from typing import Any, NoReturn

from phoihop.reading import confinement, errands
from phoihop.reading.confinement import Limits
from phoihop.reading.wire import (
    ANSWER,
    LITTLE_BYTES,
    MESSAGE_BYTES,
    MUCH_BYTES,
    REQUEST,
    write_all,
)

# Kilobytes, as Linux counts them.
KB = 1024


def be_child(waiting: int, keeper: int, limits: Limits) -> NoReturn:
    """Put up the walls, wait to be lent to somebody, serve, and end."""
    try:
        # What the keeper has open is none of the child's business.
        os.closerange(3, waiting)
        os.closerange(waiting + 1, 65_536)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        gc.disable()
        confinement.die_with_parent(keeper)
        confinement.limit(limits)
        confinement.shut_calls(forking=False)
        with socket.socket(fileno=waiting) as mine:
            message, handles, *_ = socket.recv_fds(mine, MESSAGE_BYTES, 1)
        if len(handles) == 1:
            serve(handles[0], limits, again=json.loads(message)["again"])
            os._exit(0)
    finally:
        os._exit(1)


def serve(channel: int, limits: Limits, *, again: bool) -> None:
    """Papers one after another, for as long as nothing at all is wrong with any.

    Each has the whole time of the processor for itself: what the ones before it used
    is added to the limit.
    """
    fresh = resource.getrusage(resource.RUSAGE_SELF)
    used = fresh
    for number in range(1, (limits.life_papers if again else 1) + 1):
        if not confinement.allow_cpu(_seconds(used), limits, again=again):
            return
        asked = take_in(channel)
        if asked is None:
            return
        words, paper = asked
        if again and not errands.may_serve_again(words):
            return
        answer, well = errands.answer_to(words, paper)
        used = resource.getrusage(resource.RUSAGE_SELF)
        grown = (used.ru_maxrss - fresh.ru_maxrss) * KB
        stays = (
            again
            and well
            and number < limits.life_papers
            and grown < limits.life_growth_bytes
        )
        # Before the next one comes, nothing here names this one any more.
        del words, paper, asked
        write_all(channel, ANSWER.pack(len(answer), stays) + answer)
        del answer
        if not stays:
            return


def _seconds(used: resource.struct_rusage) -> int:
    """Rounded down: no paper ever gets more than its limit, some get a little less."""
    return int(used.ru_utime + used.ru_stime)


def take_in(channel: int) -> tuple[dict[str, Any], bytes] | None:
    """The words of a request and its paper; None where no more will come."""
    begun = os.read(channel, LITTLE_BYTES)
    while len(begun) < REQUEST.size:
        more = os.read(channel, LITTLE_BYTES)
        if not more:
            return None
        begun += more
    words, paper = REQUEST.unpack_from(begun)
    whole = REQUEST.size + words + paper
    if len(begun) < whole:
        pieces, left = [begun], whole - len(begun)
        while left:
            piece = os.read(channel, min(left, MUCH_BYTES))
            if not piece:
                return None
            pieces.append(piece)
            left -= len(piece)
        begun = b"".join(pieces)
        del pieces
    starts = REQUEST.size + words
    return json.loads(begun[REQUEST.size : starts]), begun[starts:]
