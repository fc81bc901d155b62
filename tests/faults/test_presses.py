"""What is decided by one press of a button: in trouble nothing is done, then once."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from phoihop.documents.models import Draft
from tests.documents.stage import drafts_of
from tests.documents.states import unclear
from tests.factories import World
from tests.faults.filled import fields
from tests.faults.forms import post
from tests.faults.races import browser
from tests.faults.test_database import TROUBLES, Trouble, said_in
from tests.own_database import OwnDatabase
from tests.witness import differences, dump


@dataclass(frozen=True)
class Press:
    """A button: the page it is on, its name and what it says."""

    address: str
    name: str
    value: str


def _decision(world: World, draft: Draft) -> Press:
    address = reverse("review_desk", args=[draft.reading_id])
    return Press(address, "do", f"accept {draft.pk} 1")


def _choice(world: World, draft: Draft) -> Press:
    address = reverse("draft_body", args=[draft.pk])
    return Press(address, "body", str(world.bodies["so"].pk))


@pytest.mark.parametrize("pressed", [_decision, _choice])
@pytest.mark.parametrize(("trouble", "code"), TROUBLES)
def test_a_button_that_failed_stands_there_to_be_pressed_again(
    trouble: Trouble,
    code: str,
    pressed: Any,
    own_database: OwnDatabase,
    own_world: World,
) -> None:
    """503 and the sentence, nothing stored; from the same page it is done later."""
    draft = drafts_of(unclear(own_world), "task")[0]
    press, client = pressed(own_world, draft), browser(own_world, "lan")
    typed = {press.name: press.value, "seen": 1}
    before = dump()
    with trouble(own_database):
        key = {"idempotency_key": str(uuid4())}
        status, page = post(client, press.address, {**typed, **key})
    assert (status, said_in("vi", code) in page) == (503, True)
    assert f'value="{press.value}"' in page
    assert differences(before, dump()) == []
    again = {**fields(page), press.name: press.value}
    assert post(client, press.address, again)[0] == 302
