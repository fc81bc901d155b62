"""Asking a program behind walls: fixed words, bytes in and out, a clock over it.

No name of anybody's file is ever among the words, and no shell is between. Which
programs there are, and where they may lie, is written here and nowhere else.
"""

import glob
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from phoihop.reading.confinement import MB, Limits
from phoihop.reading.wire import write_all

WALLED, DRAWN = "phoihop.reading.walled", "phoihop.reading.drawing"
AT_ONCE = 2
# Drawing a page decodes a picture of it; reading it takes its letters' models too.
DRAWING = Limits(
    memory_bytes=768 * MB, cpu_seconds=20, wall_seconds=20, answer_bytes=64 * MB
)
READING = Limits(
    memory_bytes=768 * MB, cpu_seconds=60, wall_seconds=60, answer_bytes=4 * MB
)
TESSERACT = ("/usr/bin/tesseract", "/usr/local/bin/tesseract")
MODELS = (
    "/usr/share/tesseract-ocr/*/tessdata/vie.traineddata",
    "/usr/share/tessdata/vie.traineddata",
    "/usr/local/share/tessdata/vie.traineddata",
)
# What an operator installs where it is missing.
PACKAGES = "tesseract-ocr tesseract-ocr-vie"


class NotThere(Exception):
    """The program, or what it needs, is not installed."""


class Failed(Exception):
    """The program ended without an answer; ``late``: it was ended for its time."""

    def __init__(self, *, late: bool) -> None:
        """How it ended."""
        super().__init__("late" if late else "ended")
        self.late = late


_turns = threading.Semaphore(AT_ONCE)


def reader() -> tuple[str, str]:
    """(the program that reads pictures, the folder of its letters); or NotThere."""
    program = next((path for path in TESSERACT if os.access(path, os.X_OK)), "")
    models = next((found for place in MODELS for found in sorted(glob.glob(place))), "")
    if not (program and models):
        raise NotThere
    return program, str(Path(models).parent)


def words_of(picture: bytes, *, layout: int, until: float | None = None) -> str:
    """The words of one picture; ``layout`` as the program numbers its ways to look.

    Raises ``NotThere``, or ``Failed``; ``until`` is an instant of ``monotonic``.
    """
    program, models = reader()
    words = [program, "stdin", "stdout", "--tessdata-dir", models]
    words += ["-l", "vie", "--psm", str(int(layout)), "--dpi", "300"]
    # The picture is grey: no second attempt at it turned inside out.
    # Gaps between columns stay gaps.
    words += ["-c", "tessedit_do_invert=0", "-c", "preserve_interword_spaces=1"]
    task = {"tell": False, "words": words, "readable": [models]}
    return _run(WALLED, task, picture, READING, until).decode("utf-8", "replace")


def drawn(
    paper: bytes, what: Mapping[str, Any], *, until: float | None = None
) -> bytes:
    """A picture of one page, drawn behind every wall; ``Failed`` if there is none."""
    return _run(DRAWN, {"what": dict(what)}, paper, DRAWING, until)


def protections() -> dict[str, bool]:
    """Which walls stand around a program on this machine, for the operator to see."""
    task = {"tell": True, "words": [TESSERACT[0]], "readable": []}
    told: dict[str, bool] = json.loads(_run(WALLED, task, b"", READING, None))
    return told


@contextmanager
def _turn(until: float) -> Iterator[None]:
    """Wait for a free place, no longer than there is time."""
    if not _turns.acquire(timeout=max(until - time.monotonic(), 0)):
        raise Failed(late=True)
    try:
        yield
    finally:
        _turns.release()


def _run(
    started: str,
    task: dict[str, Any],
    data: bytes,
    limits: Limits,
    until: float | None,
) -> bytes:
    """Start it, hear it out, and end it with everything that it may have started."""
    last = time.monotonic() + limits.wall_seconds
    last = last if until is None else min(last, until)
    with _turn(last):
        paper = os.memfd_create("paper", os.MFD_CLOEXEC)
        try:
            write_all(paper, data)
            os.lseek(paper, 0, os.SEEK_SET)
            told = json.dumps({**task, "limits": asdict(limits)})
            # No shell, nothing of a file among its words, an empty environment.
            process = subprocess.Popen(  # noqa: S603 - see above
                [sys.executable, "-I", "-m", started, told],
                env={},
                cwd="/",
                stdin=paper,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            os.close(paper)
        return _heard(process, limits, last)


def _heard(process: "subprocess.Popen[bytes]", limits: Limits, last: float) -> bytes:
    """All that it says, if it ends well, in time, and does not say too much."""
    if process.stdout is None:
        raise ValueError("It is started with a pipe.")
    handle, heard = process.stdout.fileno(), bytearray()
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    is_late = False
    try:
        while len(heard) <= limits.answer_bytes:
            left = last - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                is_late = True
                break
            piece = os.read(handle, 1 << 20)
            if not piece:
                break
            heard += piece
        if not is_late and len(heard) <= limits.answer_bytes:
            process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        is_late = True
    finally:
        process.stdout.close()
        if process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if is_late or process.returncode:
        raise Failed(late=is_late)
    return bytes(heard)
