"""Each rule of the house finds a violation planted in a copy of the tree.

A rule that finds nothing may be broken as well as kept: this tells the two apart.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.house import arrows, doors, escapes, reasons, templates, verbs
from tests.house.conftest import Plant
from tests.house.plants import MODEL, PAGE, PLANTS, TEMPLATE
from tests.house.rules import RULES

pytestmark = pytest.mark.house


@pytest.mark.parametrize("rule", RULES)
def test_an_untouched_copy_keeps(rule: str, copy: Path) -> None:
    """The control: what is found below was planted, not there before."""
    found = RULES[rule](copy)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "path", "text", "says"),
    PLANTS,
    ids=[f"{number}-{plant[0]}" for number, plant in enumerate(PLANTS)],
)
def test_a_planted_violation_is_found(
    rule: str, path: str, text: str, says: str, copy: Path, plant: Plant
) -> None:
    """Each rule names what was planted."""
    before = set(RULES[rule](copy))

    plant(path, text)

    new = set(RULES[rule](copy)) - before
    assert [sentence for sentence in new if says in sentence], new


def test_every_rule_has_a_plant() -> None:
    """A new rule comes with what it finds."""
    assert {plant[0] for plant in PLANTS} == set(RULES)


Excused = Callable[[Path, Mapping[str, str]], list[str]]
LISTS: list[tuple[Excused, Mapping[str, str]]] = [
    (arrows.no_inner_imports, reasons.INNER_IMPORTS),
    (doors.doors_open_no_transaction, reasons.TRANSACTIONS),
    (escapes.no_raw_sql, reasons.RAW_SQL),
    (escapes.scopes_stay_shut, reasons.UNSCOPED),
    (escapes.html_is_escaped, reasons.SAFE_HTML),
    (escapes.one_reader_of_the_environment, reasons.ENVIRONMENT),
    (escapes.programs_start_in_listed_places, reasons.PROGRAMS),
    (verbs.actions_take_by, reasons.NOBODY_ACTS),
    (verbs.actions_ask_permission, reasons.NO_PERMISSION),
    (verbs.actions_leave_a_trail, reasons.NO_TRAIL),
    (templates.forms_carry_token_and_key, reasons.NO_KEY),
]
LISTED = [rule.__name__ for rule, _ in LISTS]


@pytest.mark.parametrize(("rule", "excused"), LISTS, ids=LISTED)
def test_a_reason_that_nothing_needs_is_found(
    rule: Excused, excused: Mapping[str, str], copy: Path
) -> None:
    """A list of exceptions shrinks when the house gets better."""
    stale = {**excused, "phoihop/gone.py": "stood here a while"}

    new = set(rule(copy, stale)) - set(rule(copy, excused))

    assert [sentence for sentence in new if "phoihop/gone.py: no longer" in sentence]


@pytest.mark.parametrize(("rule", "excused"), LISTS, ids=LISTED)
def test_an_exception_without_a_reason_is_found(
    rule: Excused, excused: Mapping[str, str], copy: Path
) -> None:
    """Whoever makes an exception says why."""
    silent = dict.fromkeys(excused, "because")

    new = set(rule(copy, silent)) - set(rule(copy, excused))

    assert len(new) == len(excused)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        ("doors_do_not_write", PAGE, "shown.update(more)\n"),
        (
            "doors_do_not_write",
            PAGE,
            "from phoihop.programmes.actions import plans\nplans.create(by=me)\n",
        ),
        (
            "doors_do_not_write",
            PAGE,
            "from phoihop.programmes import actions as programmes\n"
            "programmes.create(by=me)\n",
        ),
        ("keys_name_the_class", MODEL, "models.ForeignKey('self')\n"),
        ("html_is_escaped", PAGE, "mark_safe('<hr>')\n"),
        (
            "one_clock",
            PAGE,
            "from django.utils import timezone\ntimezone.localtime(at)\n",
        ),
        ("nothing_inline", TEMPLATE, "{# <style> #}<link rel='style'><p>a on=b</p>\n"),
        ("telling_names", "phoihop/pages/templates/base.html", "\n"),
        ("ignores_say_why", PAGE, "x = 1  # noqa: E501 - the law's own words\n"),
        ("ignores_say_why", PAGE, "# The law's words.\nx = 1  # noqa: E501\n"),
    ],
)
def test_what_only_looks_like_a_violation_is_let_be(
    rule: str, path: str, text: str, copy: Path, plant: Plant
) -> None:
    """A rule that cries too often is switched off by those it cries at."""
    before = set(RULES[rule](copy))

    plant(path, text)

    assert set(RULES[rule](copy)) == before
