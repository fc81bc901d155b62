"""Files taken out (C06): attachments of a fixed type, never shown or run."""

import re
from email.message import Message
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from phoihop.files.models import StoredFile
from phoihop.files.rules import clean_name
from phoihop.organisations.permissions import scoped
from phoihop.pages import files as pages
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.papers import (
    TEXT,
    address,
    hand_in,
    kept,
    stored_bytes,
    take,
)
from tests.pages.words import words
from tests.witness import every, last_entry

pytestmark = pytest.mark.anywhere


@pytest.mark.parametrize("name", ["minh", "cuc", "hanh"])
def test_a_file_of_others_is_not_there(
    world: World, sign_in: SignIn, name: str
) -> None:
    file, client = kept(world), sign_in(name)
    assert client.get(address(file)).status_code == 404
    never = client.get(reverse("file", args=[uuid4()]))
    assert never.status_code == 404
    assert words(never) == words(client.get(address(file)))


def safe(answer: Any, name: str) -> list[str]:
    """What of an answer would let a browser show, guess at or run a file."""
    headers = answer.headers
    asked = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
        "X-Frame-Options": "DENY",
    }
    wrong = [
        f"{n}: {headers.get(n)}" for n, text in asked.items() if headers[n] != text
    ]
    if headers["Content-Type"] not in (*pages.MEDIA_TYPES.values(), pages.BYTES):
        wrong.append(headers["Content-Type"])
    read = Message()
    read["Content-Disposition"] = headers["Content-Disposition"]
    if read.get_content_disposition() != "attachment":
        wrong.append(headers["Content-Disposition"])
    if read.get_filename() != name:
        wrong.append(f"{read.get_filename()!r}, not {name!r}")
    if any(re.search(r"[\r\n\0]", text) for text in headers.values()):
        wrong.append("a line break in a header")
    if known := set(headers) - HEADERS:
        wrong.append(f"more headers: {known}")
    return wrong


HEADERS = {
    "Cache-Control",
    "Content-Disposition",
    "Content-Length",
    "Content-Security-Policy",
    "Content-Type",
    "Cross-Origin-Opener-Policy",
    "Referrer-Policy",
    "Vary",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Content-Language",
}
HTML = b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
BEGINNINGS = [
    HTML,
    SVG,
    b"\xef\xbb\xbf" + HTML,
    HTML.decode().encode("utf-16"),
    b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    b"%PDF-1.7\n" + HTML,
    b"GIF89a/*" + HTML,
    b"PK\x03\x04" + HTML,
    b"\x89PNG\r\n\x1a\n" + HTML,
    b'<?xml version="1.0"?><?xml-stylesheet href="x"?>' + SVG,
    b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + HTML,
    b"#!/bin/sh\n" + HTML,
]


def test_sixty_polyglots_are_never_shown_inline(world: World, sign_in: SignIn) -> None:
    """Twelve beginnings that a browser might take for a page, as each kind of file."""
    client, wrong, asked = sign_in("lan"), list[str](), 0
    kinds = ("docx", "xlsx", "pdf", "html", "txt", "csv", "jsonl")
    for number, data in enumerate(BEGINNINGS):
        for kind in kinds:
            name = f"{number}.{kind}"
            file = kept(world, name, data, kind=StoredFile.Kind(kind))
            answer, given = take(client, file)
            assert given == data
            asked += 1
            wrong += [f"{name}: {what}" for what in safe(answer, name)]
    assert asked >= 60
    assert wrong == []


SIGNS = ["\r\n", "\n", "\0", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x7f"]
NAMES = [
    *(f"ke{sign}hoach.txt" for sign in SIGNS),
    *(f"{sign}hoach.txt" for sign in SIGNS),
    *(f"a{sign}Set-Cookie: phien=x{sign}{sign}<script>.txt" for sign in SIGNS),
    *(f"{dots}etc/passwd.txt" for dots in ("../", "..\\", "/", "C:\\", "....//")),
    *(f"x{quote}; filename{eq}y.html{quote}.txt" for quote in "\"'`" for eq in "=*"),
    *("a" * n + ".txt" for n in range(180, 310, 2)),
    *("ữ" * n + ".txt" for n in range(180, 310, 5)),
    *(f"{chr(code)}.txt" for code in range(0x21, 0x7F)),
    *(f"bản {chr(code)} cuối.txt" for code in range(0xA0, 0xD0)),
    "e\u0302\u0301.txt", "ｆｕｌｌ.txt", "😀.txt", "%0d%0a.txt", "%2e%2e%2f.txt",
    "=1+1.txt", "CON.txt", "a.txt.html", "a.html%00.txt", "utf-8''x.txt",
]  # fmt: skip


@pytest.mark.parametrize("each", [4, pytest.param(1, id="all", marks=pytest.mark.long)])
def test_two_hundred_names_change_no_header(
    world: World, sign_in: SignIn, each: int
) -> None:
    """Through the form and out again: CRLF, paths, bidi, NUL, 300 letters."""
    assert len(NAMES) >= 200
    names = NAMES[::each]
    client, wrong, kept_ones = sign_in("lan"), list[str](), 0
    for number, name in enumerate(names):
        status = hand_in(client, TEXT, name).status_code
        with scoped(world.actors["lan"]):
            file = StoredFile.objects.order_by("-pk").first()
        if status == 422:
            continue
        assert file is not None
        kept_ones += 1
        if re.search(r"[\x00-\x1f\x7f/\\\u200b\u202e\u2066\u2028\ufeff]", file.name):
            wrong.append(f"{number} kept {file.name!r}")
        if len(file.name) > 200:
            wrong.append(f"{number} kept {len(file.name)} letters")
        answer, _given = take(client, file)
        wrong += [f"{name!r}: {what}" for what in safe(answer, file.name)]
    assert wrong == []
    assert kept_ones == len(every(StoredFile)) >= 200 // each - 1


def test_names_that_got_past_every_form_change_no_header_either(
    world: World, sign_in: SignIn
) -> None:
    """As if a row had been written by other means."""
    file, client, wrong = kept(world), sign_in("lan"), list[str]()
    for name in NAMES:
        stored = name.replace("\0", "")[:200]
        with scoped(world.actors["lan"]):
            StoredFile.objects.filter(pk=file.pk).update(name=stored)
        answer, given = take(client, file)
        assert given == TEXT
        wrong += [f"{name!r}: {what}" for what in safe(answer, clean_name(stored))]
    assert wrong == []


def test_damaged_bytes_are_not_given_out(world: World, sign_in: SignIn) -> None:
    file = kept(world)
    (path,) = stored_bytes()
    path.write_bytes(TEXT + b"more")
    before = last_entry()
    answer = sign_in("lan").get(address(file))
    assert answer.status_code == 503
    assert sentence(Refused("storage.damaged")) in answer.content.decode()
    assert TEXT not in answer.content
    # A page that is read writes nothing.
    assert last_entry() == before
