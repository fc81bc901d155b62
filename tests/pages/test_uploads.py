"""Files on the line: into memory only, up to a limit, where a page takes them."""

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from phoihop.files.examining import examine
from phoihop.files.models import StoredFile
from phoihop.reading import caps
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.conftest import SignIn
from tests.factories import World
from tests.hostile.papers import docx
from tests.pages.papers import paper
from tests.pages.visiting import leads_to, send
from tests.pages.words import sheet
from tests.refused import refused
from tests.witness import every

pytestmark = pytest.mark.anywhere


class Endless:
    """A body that never ends; counts what was taken of it."""

    def __init__(self, begin: bytes) -> None:
        self.begin, self.taken = begin, 0

    def read(self, size: int = -1) -> bytes:
        """As much as is asked for."""
        assert size > 0
        piece, self.begin = self.begin[:size], self.begin[size:]
        self.taken += size
        return piece or b"x" * size

    def readline(self) -> bytes:
        """Nobody reads a file line by line."""
        raise AssertionError


def posted(client: Client, to: str, length: int, typed: dict[str, str]) -> Any:
    """A multipart post that says it is so long, its file last; how much was read."""
    fields = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
        for name, text in typed.items()
    )
    head = 'Content-Disposition: form-data; name="file"; filename="a.txt"'
    body = Endless(f"{fields}--b\r\n{head}\r\n\r\n".encode())
    answer = client.request(
        PATH_INFO=to,
        REQUEST_METHOD="POST",
        CONTENT_TYPE="multipart/form-data; boundary=b",
        CONTENT_LENGTH=str(length),
        **{"wsgi.input": body},
    )
    return answer, body.taken


def test_a_file_that_is_too_large_is_not_even_read(
    world: World, sign_in: SignIn
) -> None:
    """The request says how long it is; the form comes back with the sentence."""
    typed = {"idempotency_key": str(uuid4())}
    answer, taken = posted(sign_in("lan"), reverse("file_receive"), 900_000_000, typed)
    assert answer.status_code == 422
    assert sentence(Refused("file.too_large", most=20)) in sheet(answer)
    assert taken < 1_000_000
    assert every(StoredFile) == []


def test_a_file_larger_than_the_request_said_is_cut_off_at_the_limit(
    world: World, sign_in: SignIn
) -> None:
    most = caps.FILE_BYTES + 900_000
    typed = {"idempotency_key": str(uuid4())}
    answer, taken = posted(sign_in("lan"), reverse("file_receive"), most, typed)
    assert answer.status_code == 422
    assert sentence(Refused("file.too_large", most=20)) in sheet(answer)
    assert taken <= caps.FILE_BYTES + 200_000


def test_no_file_is_read_of_whoever_is_not_signed_in(world: World) -> None:
    answer, taken = posted(Client(), reverse("file_receive"), 900_000_000, {})
    assert leads_to(answer).startswith(reverse("sign_in"))
    assert taken < 1_000_000


@pytest.mark.parametrize("page", ["sign_in", "programme_create", "switch_language"])
def test_a_file_sent_to_a_page_that_takes_none_ends_the_request(
    world: World, sign_in: SignIn, page: str
) -> None:
    answer, taken = posted(sign_in("lan"), reverse(page), 900_000_000, {})
    assert answer.status_code == 400
    assert sentence(Refused("form.too_large")) in answer.content.decode()
    assert taken < 1_000_000


def test_more_files_than_any_form_has_end_the_request(
    world: World, sign_in: SignIn
) -> None:
    many = {f"file{n}": paper() for n in range(6)}
    answer = send(sign_in("lan"), reverse("file_receive"), **many)
    assert answer.status_code == 400


def test_no_upload_ever_touches_a_disk(world: World, sign_in: SignIn) -> None:
    """Django's own handler would write what is over 2.5 MB to a temporary file."""
    assert settings.FILE_UPLOAD_HANDLERS == ["phoihop.pages.uploads.MemoryOnly"]


def test_a_picture_of_a_paper_is_kept_when_a_person_has_looked_at_it() -> None:
    """No machine reads a scan: whoever hands it in declares that it is no secret."""
    scan = docx("<w:p/>", more={"word/media/image1.png": b"\x89PNG"})
    with refused("file.not_checked", field="declared"):
        examine(scan, name="quet.docx", declared=False)
    seen = examine(scan, name="quet.docx", declared=True)
    assert seen.checked is StoredFile.Checked.PERSON
