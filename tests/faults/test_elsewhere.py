"""A form from a page that is too old or from elsewhere, and one that is too much."""

from html import escape

import pytest
from django.test import Client

from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.factories import PASSWORD, World
from tests.faults.forms import filled_in, post
from tests.faults.shown import not_on_page
from tests.witness import differences, dump


def told(code: str, page: str) -> bool:
    """Whether the page says it."""
    return escape(sentence(Refused(code))) in page


def test_a_form_without_a_token_is_refused_and_its_words_are_kept(
    world: World,
) -> None:
    """Every form: 403, the sentence, all that was typed to be copied, no password."""
    wrong: list[object] = []
    forms = filled_in(world)
    before = dump(but=("django_session", "accounts_user"))
    for form in forms:
        form.client.handler.enforce_csrf_checks = True
        status, page = form.send()
        said, lost = told("form.too_old", page), not_on_page(page, form.typed)
        if (status, said, lost) != (403, True, []):
            wrong.append((form.name, status, said, lost))
        if form.typed.get("password", "no password") in page:
            wrong.append((form.name, "shows the password"))
    assert wrong == []
    assert differences(before, dump()) == []


def test_signing_in_without_a_token_shows_no_password(world: World) -> None:
    """The name is there to be copied, the password is not."""
    client = Client(enforce_csrf_checks=True)
    typed = {"username": "lan", "password": PASSWORD}
    status, page = post(client, "/dang-nhap/", typed)
    assert (status, told("form.too_old", page)) == (403, True)
    assert "lan" in page
    assert PASSWORD not in page


@pytest.mark.parametrize(
    "much", [{"text": "x" * 1_100_000}, {f"f{n}": "x" for n in range(600)}]
)
def test_too_much_at_once_is_refused_with_a_sentence(
    much: dict[str, str], world: World
) -> None:
    """More than a megabyte, or hundreds of fields: 400, nothing is read of it."""
    (form,) = [form for form in filled_in(world) if form.name == "task_create"]
    before = dump()
    status, page = post(form.client, form.address, {**form.typed, **much})
    assert (status, told("form.too_large", page)) == (400, True)
    assert differences(before, dump()) == []
