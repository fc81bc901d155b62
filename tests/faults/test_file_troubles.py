"""A file in trouble: no room, a folder that is shut, a database that says no.

Each is said in the reader's language, nothing is half there, and once the trouble is
over the same file goes through without a restart.
"""

import errno
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from html import escape
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from phoihop.accounts.models import User
from phoihop.files import actions, store
from phoihop.files.models import StoredFile
from phoihop.organisations.permissions import scoped
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.factories import World
from tests.faults import troubles
from tests.faults.races import browser
from tests.faults.test_database import LANGUAGES, TROUBLES, Trouble
from tests.own_database import OwnDatabase
from tests.refused import refused
from tests.witness import differences, dump, every, version_faults

# Larger than the room that is left in the test of a full disk.
DATA = "Số liệu quý III.\n".encode() * 4_000
ROOM = 20_000


def send(client: Client, **other: Any) -> tuple[int, str]:
    """Hand in a file: status and page."""
    upload = SimpleUploadedFile("so-lieu.txt", DATA)
    typed = {"idempotency_key": str(uuid4()), "file": upload, **other}
    answer = client.post(reverse("file_receive"), typed)
    return answer.status_code, answer.content.decode()


def told(page: str, code: str, language: str = "vi") -> bool:
    """Whether the page says it in this language."""
    with translation.override(language):
        return escape(str(sentence(Refused(code)))) in page


def lying() -> list[Path]:
    """Every file in the folder of files."""
    return [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]


@contextmanager
def no_room() -> Iterator[None]:
    """Not simulated: while bytes are written, no file may grow beyond this size."""
    write = store.write

    def written(number: UUID, data: bytes) -> None:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
        try:
            write(number, data)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(store, "write", written)
        yield


def failing(number: int, at: str) -> Callable[[], AbstractContextManager[None]]:
    """Simulated: the disk's own error at one step of writing."""

    @contextmanager
    def fails() -> Iterator[None]:
        def say_no(*args: Any, **kwargs: Any) -> Any:
            raise OSError(number, os.strerror(number))

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(os, at, say_no)
            yield

    return fails


DISKS = [
    pytest.param(no_room, "storage.full", id="no room"),
    pytest.param(failing(errno.EROFS, "mkdir"), "storage.read_only", id="read-only"),
    pytest.param(failing(errno.EACCES, "mkdir"), "storage.read_only", id="shut"),
    pytest.param(failing(errno.EIO, "fsync"), "storage.away", id="broken"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("disk", "code"), DISKS)
def test_a_disk_that_says_no_is_said_and_leaves_nothing_half(
    own_world: World,
    disk: Callable[[], AbstractContextManager[None]],
    code: str,
    language: str,
) -> None:
    User.objects.update(language=language)
    client, before = browser(own_world, "lan"), dump()
    with disk():
        status, page = send(client)
        assert (status, told(page, code, language)) == (503, True)
        # Reading goes on.
        assert client.get(reverse("files")).status_code == 200
    assert differences(before, dump()) == []
    assert lying() == []
    assert send(client)[0] == 302
    assert (len(every(StoredFile)), len(lying())) == (1, 1)


@pytest.mark.parametrize(("trouble", "code"), TROUBLES)
def test_a_database_that_says_no_keeps_no_bytes_either(
    trouble: Trouble, code: str, own_database: OwnDatabase, own_world: World
) -> None:
    client, key = browser(own_world, "lan"), str(uuid4())
    with trouble(own_database):
        status, page = send(client, idempotency_key=key)
        assert (status, told(page, code)) == (503, True)
    assert (every(StoredFile), lying()) == ([], [])
    assert send(client, idempotency_key=key)[0] == 302
    assert len(lying()) == 1
    assert version_faults() == []


def test_while_the_database_is_away_the_file_is_not_even_read(
    own_database: OwnDatabase, own_world: World
) -> None:
    """Whose it is cannot be asked; the page says what is the matter."""
    client = browser(own_world, "lan")
    with troubles.away(own_database):
        status, page = send(client)
    assert (status, told(page, "database.away")) == (503, True)
    assert lying() == []


def test_a_file_from_a_form_without_a_token_or_key_is_not_kept(
    own_world: World,
) -> None:
    client = browser(own_world, "lan")
    status, page = send(client, idempotency_key="")
    assert (status, told(page, "form.no_key")) == (422, True)
    client.handler.enforce_csrf_checks = True
    status, page = send(client)
    assert (status, told(page, "form.too_old")) == (403, True)
    assert (every(StoredFile), lying()) == ([], [])


def test_a_file_that_cannot_be_read_now_is_said(own_world: World) -> None:
    client = browser(own_world, "lan")
    send(client)
    (file,) = every(StoredFile)
    place = store.place(file.uuid)
    kept = place.rename(place.with_suffix(".aside"))
    place.mkdir()
    with scoped(own_world.actors["lan"]), refused("storage.away"):
        actions.open_bytes(file=file)
    place.rmdir()
    kept.rename(place)
    assert b"".join(client.get(reverse("file", args=[file.uuid]))) == DATA
