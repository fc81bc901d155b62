"""Every refusal has its sentence and every deed its label, in both languages."""

import ast
import re
from collections.abc import Container, Iterator
from typing import NamedTuple

import pytest
from django.utils import translation

from phoihop.pages.telling import DID
from phoihop.refusals import Refused
from phoihop.sentences import SENTENCES, sentence
from setup.places import HERE
from tests.house.tree import Source, sources

pytestmark = pytest.mark.anywhere

BLANK = re.compile(r"%\((\w+)\)s")
CODE = re.compile(r"[a-z_]+\.[a-z_]+")
LANGUAGES = ("vi", "en")


class Refusal(NamedTuple):
    """One place in the house that refuses: the code and the values it fills in."""

    where: str
    code: str
    values: frozenset[str]


def refusals() -> Iterator[Refusal]:
    """Every refusal of the house, found in its code."""
    for source in sources(HERE.root):
        if source.path.endswith("/faults.py"):
            # What a database says is looked up in tables there.
            yield from (
                Refusal(source.at(node), code, frozenset())
                for node, code in constants(source)
                if code.startswith("database.")
            )
            continue
        for node in source.nodes:
            code = code_of(node)
            if isinstance(node, ast.Call) and code:
                given = frozenset(word.arg for word in node.keywords if word.arg)
                yield Refusal(source.at(node), code, given)


def handed_on(known: Container[str], room: str) -> set[str]:
    """The known words that a rule gives back or one verb hands to another."""
    return {
        word
        for source in sources(HERE.root)
        if room in source.path
        for _node, word in constants(source)
        if word in known
    }


def constants(source: Source) -> Iterator[tuple[ast.AST, str]]:
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def code_of(node: ast.AST) -> str:
    """The code of ``Refused("…")``, ``NotAllowed("…")`` or their constructor."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    called = ast.unparse(node.func).split(".")[-1]
    first = node.args[0]
    if called not in ("Refused", "NotAllowed", "__init__"):
        return ""
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return ""
    return first.value if CODE.fullmatch(first.value) else ""


def deeds() -> set[str]:
    """Every word that an action of the house records as done."""
    return {
        str(word.value.value)
        for source in sources(HERE.root)
        for node in source.nodes
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "did" and isinstance(word.value, ast.Constant)
    } | {"trail.erased", *handed_on(DID, "/actions/")}


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal() -> None:
    found = {refusal.code for refusal in refusals()}
    assert len(found) > 30
    # Some are given by a pure rule, and raised with what it gave.
    assert found | handed_on(SENTENCES, "/programmes/") == set(SENTENCES)


def test_every_refusal_gives_what_its_sentence_asks_for() -> None:
    for refusal in refusals():
        asked = set(BLANK.findall(str(SENTENCES[refusal.code])))
        assert asked <= refusal.values, refusal.where


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_said_in_both_languages(language: str) -> None:
    for refusal in refusals():
        values = dict.fromkeys(refusal.values - {"field"}, "…")
        with translation.override(language):
            said = sentence(Refused(refusal.code, **values))
        assert "%(" not in said
        assert said.endswith(".")
        # It says what is wrong and what to do.
        assert len(said.split()) >= 5, said


def test_the_two_languages_do_not_say_the_same() -> None:
    for text in (*SENTENCES.values(), *DID.values()):
        with translation.override("vi"):
            vietnamese = str(text)
        with translation.override("en"):
            assert str(text) != vietnamese


def test_every_deed_has_a_label_and_every_label_a_deed() -> None:
    assert deeds() == set(DID)
