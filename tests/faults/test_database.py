"""A database that is locked, read-only, full or away: said, and nothing is lost.

Every form of the house is posted into every trouble, in one language or the other.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation

from phoihop.accounts.models import User
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.factories import PASSWORD, World
from tests.faults import troubles
from tests.faults.filled import fields
from tests.faults.forms import (
    ANSWERING,
    FORMS,
    filled_in,
    post,
)
from tests.faults.races import browser, left_whole
from tests.faults.shown import PASSWORDS, not_in_form, not_on_page
from tests.own_database import OwnDatabase
from tests.witness import differences, dump

Trouble = Callable[[OwnDatabase], AbstractContextManager[None]]
TROUBLES = [
    pytest.param(troubles.locked, "database.busy", id="locked"),
    pytest.param(troubles.read_only, "database.read_only", id="read-only"),
    pytest.param(troubles.full, "database.full", id="full"),
    pytest.param(troubles.lost_while_writing, "database.away", id="lost"),
]
LANGUAGES = ("vi", "en")


def said_in(language: str, code: str) -> str:
    """The sentence of a refusal as a page in this language says it."""
    with translation.override(language):
        return escape(sentence(Refused(code)))


@pytest.mark.parametrize(("trouble", "code"), TROUBLES)
def test_every_form_comes_back_with_all_that_was_typed(
    trouble: Trouble, code: str, own_database: OwnDatabase, own_world: World
) -> None:
    """503, the sentence in one's language, the form as it was, nothing stored.

    Every other form in Vietnamese, the rest in English.
    """
    wrong: list[object] = []
    for turn, language in enumerate(LANGUAGES):
        User.objects.update(language=language)
        forms, sought = filled_in(own_world), said_in(language, code)
        before = dump()
        with trouble(own_database):
            for form in forms[turn::2]:
                status, page = form.send()
                kept = not_in_form(page, form.typed)
                if (status, sought in page, kept) != (503, True, []):
                    wrong.append((language, form.name, status, sought in page, kept))
        wrong += [(language, table) for table in differences(before, dump())]
    assert wrong == []
    assert said_in("vi", code) != said_in("en", code)


@pytest.mark.parametrize(("trouble", "code"), TROUBLES)
def test_what_came_back_is_sent_again_when_the_trouble_is_over(
    trouble: Trouble, code: str, own_database: OwnDatabase, own_world: World
) -> None:
    """Without a restart, from the page as it stands, once and for good."""
    forms = filled_in(own_world)
    with trouble(own_database):
        back = [fields(form.send()[1]) for form in forms]
    answers = {}
    for form, on_page in zip(forms, back, strict=True):
        # Typed again each time, since no page gives a password back.
        typed = {name: form.typed[name] for name in PASSWORDS if name in form.typed}
        answers[form.name], _ = post(form.client, form.address, {**on_page, **typed})
    assert answers == {f.name: 200 if f.name in ANSWERING else 302 for f in FORMS}
    assert left_whole() == []


def test_signing_in_says_what_is_the_matter(
    own_database: OwnDatabase, own_world: World
) -> None:
    """The session cannot be stored: 503, and the password is on no page."""
    client = Client(raise_request_exception=False)
    typed = {"username": "lan", "password": PASSWORD}
    with troubles.locked(own_database):
        status, page = post(client, "/dang-nhap/", typed)
    assert status == 503
    assert said_in("vi", "database.busy") in page
    assert PASSWORD not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_while_the_database_is_away_all_that_was_typed_can_be_copied(
    language: str, own_database: OwnDatabase, own_world: World
) -> None:
    """No form without a database; but every word, and the sentence, are on the page."""
    forms, sought = filled_in(own_world), said_in(language, "database.away")
    for form in forms:
        form.client.post("/ngon-ngu/", {"language": language})
    wrong: list[object] = []
    with troubles.away(own_database):
        for form in forms:
            status, page = form.send()
            lost = not_on_page(page, form.typed)
            if (status, sought in page, lost) != (503, True, []):
                wrong.append((form.name, status, sought in page, lost))
            if form.typed.get("password", "no password") in page:
                wrong.append((form.name, "shows the password"))
    assert wrong == []


def test_a_page_to_be_read_says_it_too_while_the_database_is_away(
    own_database: OwnDatabase, own_world: World
) -> None:
    """503 and the sentence, no stack of calls; and it is there again afterwards."""
    client = browser(own_world, "lan")
    with troubles.away(own_database):
        answer = client.get("/ban-lam-viec/")
        assert answer.status_code == 503
        assert said_in("vi", "database.away") in answer.content.decode()
    assert client.get("/ban-lam-viec/").status_code == 200


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a limit of SQLite's own")
def test_a_file_that_may_not_grow_is_full(
    own_database: OwnDatabase, own_world: World
) -> None:
    """Not simulated: no page is left for a text that needs more than one."""
    (form,) = [form for form in filled_in(own_world) if form.name == "task_create"]
    form.typed["text"] = "ữ" * 1999
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    before = dump(but=("trail_entry", "trail_payload", "trail_head"))
    status, page = form.send()
    assert (status, not_in_form(page, form.typed)) == (503, [])
    assert said_in("vi", "database.full") in page
    assert differences(before, dump()) == []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    assert form.send()[0] == 302
