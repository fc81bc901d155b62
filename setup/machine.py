"""What this machine has and has not: ports, programs, a browser."""

import os
import shutil
import socket
from collections.abc import Callable

from setup.commands import answers, run
from setup.places import Places
from setup.words import Trouble, say

Which = Callable[[str], str | None]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OFFICES = ("soffice", "libreoffice")
READER = ("tesseract-ocr", "tesseract-ocr-vie")

# (what is lost, the names it may go by, what apt calls it)
PROGRAMS = (
    ("chromium", BROWSERS, "chromium"),
    ("libreoffice", OFFICES, "libreoffice-writer-nogui"),
    ("tesseract", ("tesseract",), " ".join(READER)),
)


def check_port(text: str) -> int:
    """The port to serve at, or a sentence: not a number, taken, not permitted."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 65535):
        raise Trouble("port.not_a_number", port=text)
    port = int(text)
    try:
        _try_to_open(port)
    except PermissionError:
        raise Trouble("port.forbidden", port=port, free=_free_port(8000)) from None
    except OSError:
        raise Trouble("port.busy", port=port, free=_free_port(port + 1)) from None
    return port


def _try_to_open(port: int) -> None:
    with socket.socket() as door:
        # As the server does: a port whose last user has just left is free.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))


def _free_port(start: int) -> int:
    for port in range(max(start, 1024), 65536):
        try:
            _try_to_open(port)
        except OSError:
            continue
        return port
    return 8000


def what_is_off(which: Which = shutil.which) -> list[str]:
    """One line for each program this machine lacks: what is lost, how to get it."""
    lines = []
    for name, commands, packages in PROGRAMS:
        if not any(which(command) for command in commands):
            lost = say("off." + name)
            lines.append(say("off.line", program=name, lost=lost, packages=packages))
    tesseract = which("tesseract")
    if tesseract and "vie" not in (answers([tesseract, "--list-langs"]) or "").split():
        lost = say("off.tesseract_vie")
        packages = "tesseract-ocr-vie"
        lines.append(say("off.line", program="tesseract", lost=lost, packages=packages))
    return lines


def find_browser(which: Which = shutil.which) -> str | None:
    """The Chromium of this machine."""
    return next((path for name in BROWSERS if (path := which(name))), None)


def may_install(which: Which = shutil.which) -> bool:
    """Whether we can install Debian packages: root, and there is apt."""
    return os.geteuid() == 0 and which("apt-get") is not None


def ensure_browser(places: Places, *, required: bool) -> bool:
    """Find a Chromium or install one; without it the browser tests are off.

    Where the browser tests are required, a missing one is a failure.
    """
    if find_browser() is None and may_install():
        print(say("browser.installing"), flush=True)
        try:
            install_browser(places)
        except Trouble as trouble:
            print(trouble)
    if find_browser() is not None:
        return True
    if required:
        raise Trouble("browser.required")
    print(say("browser.off"))
    return False


def ensure_reader(places: Places) -> bool:
    """Find what reads scans or install it; without it tests on scans pass over."""
    if not reads_scans() and may_install():
        print(say("reader.installing"), flush=True)
        try:
            install(places, *READER)
        except Trouble as trouble:
            print(trouble)
    return reads_scans()


def reads_scans(which: Which = shutil.which) -> bool:
    """Whether this machine reads Vietnamese out of pictures."""
    found = which("tesseract")
    return (
        found is not None and "vie" in (answers([found, "--list-langs"]) or "").split()
    )


def install_browser(places: Places) -> None:
    """Install Debian's Chromium; Playwright's own download is not used."""
    install(places, "chromium")


def install(places: Places, *packages: str) -> None:
    """Install packages of Debian's."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for arguments in (["update"], ["install", "-y", *packages]):
        run(
            ["apt-get", *arguments],
            log=places.log(packages[0]),
            cwd=places.root,
            env=environment,
        )
