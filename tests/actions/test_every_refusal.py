"""Every sentence with which the house says no is met by some test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from phoihop.sentences import SENTENCES

pytestmark = pytest.mark.pure

TESTS = Path(__file__).resolve().parent.parent
# They go through all the sentences: that is no test of any refusal.
ABOUT_SENTENCES = {"test_sentences.py", "test_catalogue.py", "test_gallery.py"}


def named(file: Path) -> Iterator[str]:
    """The words between quotes in a test, its docstrings aside."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_refusal_is_raised_in_a_test() -> None:
    """By its code: ``refused("task.lead_not_party")``, or the page that says it."""
    words = {
        word
        for file in TESTS.rglob("*.py")
        if file.name not in ABOUT_SENTENCES
        for word in named(file)
    }
    assert sorted(set(SENTENCES) - words) == []
