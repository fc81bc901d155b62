"""The English catalogue holds exactly the texts of the code, each translated."""

import re

import pytest
from babel.messages.catalog import Catalog, Message

from setup import catalogues
from setup.places import HERE

pytestmark = pytest.mark.pure

BLANK = re.compile(r"%\((\w+)\)([sd])")


@pytest.fixture(scope="module")
def english() -> Catalog:
    source = HERE.root / "phoihop" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return catalogues.read_sound(source, HERE.root)


def texts(catalogue: Catalog) -> dict[tuple[object, object], Message]:
    """Its messages by context and text, without the head."""
    return {
        (message.context, _key(message.id)): message
        for message in catalogue
        if message.id
    }


def _key(text: object) -> object:
    return tuple(text) if isinstance(text, list | tuple) else text


def test_no_text_of_the_code_is_missing_and_none_is_left_over(
    english: Catalog,
) -> None:
    """``make messages`` mends it."""
    fresh = catalogues.gather(HERE.root / "phoihop")
    assert set(texts(english)) == set(texts(fresh))
    assert not english.obsolete


def test_every_text_is_translated_and_none_by_guess(english: Catalog) -> None:
    for message in texts(english).values():
        assert catalogues.is_translated(message), message.id
        assert not message.fuzzy, message.id


def test_every_blank_is_kept(english: Catalog) -> None:
    for message in texts(english).values():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = (
            message.string if isinstance(message.string, tuple) else (message.string,)
        )
        for form in said:
            assert set(BLANK.findall(str(form))) == set(BLANK.findall(str(ids[0])))


def test_a_sentence_ends_as_its_original_does(english: Catalog) -> None:
    for message in texts(english).values():
        if isinstance(message.id, str):
            assert message.id.endswith(".") == str(message.string).endswith("."), (
                message.id
            )


def test_it_names_no_day_and_no_person(english: Catalog) -> None:
    source = HERE.root / "phoihop" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    head = source.read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert "Date" not in head
    assert "@" not in head
