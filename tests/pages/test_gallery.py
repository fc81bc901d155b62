"""The gallery shows every component with every variant, and needs no account."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from syrupy.assertion import SnapshotAssertion

from phoihop.pages.templatetags.controls import KINDS
from phoihop.pages.templatetags.marks import MARKS
from phoihop.pages.templatetags.sheets import NOTICES
from tests.factories import World
from tests.pages.words import sheet

pytestmark = pytest.mark.anywhere


def test_the_gallery(world: World, snapshot: SnapshotAssertion) -> None:
    assert sheet(Client().get(reverse("gallery"))) == snapshot


def test_it_asks_nothing_of_the_database(
    world: World, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        Client().get(reverse("gallery"))


def test_every_mark_button_and_notice_is_there(world: World) -> None:
    html = Client().get(reverse("gallery")).content.decode()
    for mark in MARKS.values():
        assert str(mark.word) in html
        assert mark.shape in html
    for kind in KINDS.values():
        assert f'class="{kind}"' in html
    for dress, role in NOTICES.values():
        assert f'class="alert {dress}" role="{role}"' in html
