"""A paper, handed in by a browser or put on ban's desk, and taken out again."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from phoihop import clock
from phoihop.files import actions
from phoihop.files.examining import Examined
from phoihop.files.models import StoredFile
from phoihop.organisations.permissions import scoped
from tests.factories import World
from tests.pages.visiting import send

NAME = "Kế hoạch quý III.txt"
TEXT = "Kế hoạch phối hợp tuyên truyền quý III năm 2026.\n".encode()


def paper(data: bytes = TEXT, name: str = NAME) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def hand_in(client: Client, data: bytes = TEXT, name: str = NAME, **more: Any) -> Any:
    return send(client, reverse("file_receive"), file=paper(data, name), **more)


def kept(world: World, name: str = NAME, data: bytes = TEXT, **more: Any) -> StoredFile:
    """A file on ban's desk, put there without a browser."""
    by = world.actors["lan"]
    assert by.organisation is not None
    known = {
        "name": name,
        "kind": StoredFile.Kind.TXT,
        "checked": StoredFile.Checked.MACHINE,
        "data": data,
    }
    with scoped(by):
        return actions.receive(
            examined=Examined(**(known | more)),
            scope=by.organisation.desk,
            by=by,
            on=clock.today(),
        )


def address(file: StoredFile) -> str:
    return reverse("file", args=[file.uuid])


def take(client: Client, file: StoredFile) -> tuple[Any, bytes]:
    """The answer that gives a file out, and all that came with it."""
    answer: Any = client.get(address(file))
    return answer, b"".join(answer)


def stored_bytes() -> list[Path]:
    return [p for p in Path(settings.FILES_ROOT).rglob("*") if p.is_file()]
