"""Each rule of the house finds a violation planted in a copy of the tree.

A rule that finds nothing may be broken as well as kept: this tells the two apart.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.house import arrows, doors, escapes, reasons, templates, verbs
from tests.house.conftest import plant
from tests.house.rules import RULES

pytestmark = pytest.mark.house

HEAD = '"""Planted."""\n'
ACTION = "phoihop/organisations/actions/planted.py"
MODEL = "phoihop/organisations/models/planted.py"
PAGE = "phoihop/pages/planted.py"
TEMPLATE = "phoihop/pages/templates/planted.html"
TAGS = "phoihop/pages/templatetags/planted.py"
VERB = "\ndef act(*, by: object) -> None:\n    '''Act.'''\n"

# (rule, file, what is written to it, what the rule says of it)
PLANTS = [
    ("short_files", PAGE, HEAD + "\n" * 400, "401 lines"),
    ("short_files", "phoihop/pages/static/phoihop/planted.css", "\n" * 401, "401"),
    ("short_functions", ACTION, "def long():\n" + "    1\n" * 50, "51 lines"),
    ("telling_names", "phoihop/pages/utils.py", HEAD, "says nothing"),
    ("telling_names", "tests/pages/task_helpers.py", HEAD, "says nothing"),
    ("telling_names", "phoihop/trail/services/trail.py", HEAD, "says nothing"),
    ("heads", PAGE, "x = 1\n", "no docstring"),
    ("heads", "phoihop/planted/__init__.py", "", "no docstring"),
    ("no_empty_packages", "phoihop/planted/__init__.py", HEAD, "empty package"),
    ("no_type_checking", PAGE, "from typing import TYPE_CHECKING\n", "TYPE_CHECKING"),
    ("no_type_checking", ACTION, "import typing\ntyping.TYPE_CHECKING\n", "hides"),
    ("no_inner_imports", ACTION, "def f():\n    import json\n", "import in f"),
    (
        "no_imports_by_string",
        ACTION,
        "from django.apps import apps\napps.get_model('programmes', 'Task')\n",
        "get_model",
    ),
    ("no_signals", PAGE, "from django.db.models.signals import post_save\n", "signals"),
    ("no_signals", ACTION, "from django.dispatch import receiver\n", "no signals"),
    ("settings_by_django", PAGE, "from phoihop import settings\n", "django.conf"),
    ("settings_by_django", "phoihop/settings.py", "import phoihop.clock\n", "settings"),
    ("pure_is_pure", "phoihop/refusals.py", "import django\n", "in a pure module"),
    ("pure_is_pure", "phoihop/trail/rules.py", "from django import db\n", "in a pure"),
    ("pure_is_pure", "phoihop/almanac/days.py", HEAD, "not in the contract"),
    ("rooms_are_declared", "phoihop/reports/paper.py", HEAD, "take its parentheses"),
    ("rooms_are_declared", "phoihop/reports/models.py", HEAD, "“Rooms”"),
    ("doors_do_not_write", PAGE, "def f(row):\n    row.save()\n", ".save("),
    ("doors_do_not_write", PAGE, "T.objects.create()\n", ".create("),
    ("doors_do_not_write", PAGE, "T.objects.filter(a=1).update(b=2)\n", ".update("),
    ("doors_do_not_write", "phoihop/chores/planted.py", "row.delete()\n", ".delete("),
    ("doors_do_not_write", PAGE, "T.objects.bulk_create([])\n", ".bulk_create("),
    (
        "doors_open_no_transaction",
        PAGE,
        "from django.db import transaction as t\nt.atomic()\n",
        "transaction",
    ),
    ("keys_name_the_class", MODEL, "models.ForeignKey('a.B')\n", "'a.B'"),
    ("keys_name_the_class", MODEL, "OneToOneField(to='B')\n", "'B'"),
    (
        "keys_name_the_class",
        MODEL,
        "models.ForeignKey(settings.AUTH_USER_MODEL)\n",
        "AUTH_USER_MODEL",
    ),
    ("keys_name_the_class", MODEL, "ManyToManyField(B, through='C')\n", "'C'"),
    ("keys_protect", MODEL, "on_delete = models.CASCADE\n", "CASCADE"),
    (
        "keys_protect",
        "phoihop/trail/migrations/0099_planted.py",
        "from django.db.models import CASCADE\n",
        "CASCADE",
    ),
    (
        "models_are_in_the_glossary",
        MODEL,
        "class Between(models.Model):\n    class Meta:\n        abstract = True\n"
        "class Planted(Between):\n    class Meta:\n        abstract = False\n",
        "`Planted`",
    ),
    (
        "scoped_rows_stay_scoped",
        MODEL,
        "class Planted(ScopedRow):\n    everything = models.Manager()\n",
        "not scoped",
    ),
    (
        "scoped_rows_stay_scoped",
        MODEL,
        "class Planted(ScopedRow):\n    objects = PlantedRows.as_manager()\n",
        "not scoped",
    ),
    (
        "scoped_rows_stay_scoped",
        MODEL,
        "class Planted(ScopedRow):\n    class Meta:\n        ordering = ['pk']\n",
        "forgets the base manager",
    ),
    ("actions_are_keyword_only", ACTION, "def act(row, *, by): pass\n", "by place"),
    ("actions_say_what_they_do", ACTION, "def act(*, by): pass\n", "no docstring"),
    ("actions_take_by", ACTION, "def act(*, row): pass\n", "does not take by="),
    ("actions_ask_permission", ACTION, VERB + "    record()\n", "never calls require("),
    ("actions_leave_a_trail", ACTION, VERB + "    require()\n", "never calls record("),
    (
        "permission_comes_first",
        ACTION,
        VERB + "    record()\n    require()\n",
        "writes before require(",
    ),
    (
        "only_actions_require",
        PAGE,
        "from phoihop.organisations import permissions\npermissions.require(by, P)\n",
        "pages ask may(",
    ),
    (
        "permissions_are_used_and_held",
        "phoihop/organisations/roles.py",
        "class Permission(StrEnum):\n    PLANTED = 'planted'\n",
        "asked by no action",
    ),
    (
        "permissions_are_used_and_held",
        "phoihop/organisations/roles.py",
        "class Permission(StrEnum):\n    PLANTED = 'planted'\n",
        "held by no role",
    ),
    ("no_raw_sql", ACTION, "connection.cursor()\n", ".cursor("),
    ("no_raw_sql", MODEL, "Task.objects.raw('SELECT 1')\n", ".raw("),
    ("no_raw_sql", MODEL, "Task.objects.all().extra(where=[])\n", ".extra("),
    (
        "no_raw_sql",
        MODEL,
        "from django.db.models.expressions import RawSQL as R\nR('')\n",
        "RawSQL",
    ),
    (
        "scopes_stay_shut",
        ACTION,
        "from phoihop.scopes import context as c\nc.unscoped(because='a')\n",
        "sees every circle",
    ),
    (
        "scopes_stay_shut",
        PAGE,
        "from phoihop.scopes.context import unscoped as quietly\n",
        "sees every circle",
    ),
    ("html_is_escaped", TEMPLATE, "{{ said|safe }}\n", "|safe"),
    ("html_is_escaped", TEMPLATE, "{% autoescape off %}\n", "autoescape off"),
    (
        "html_is_escaped",
        PAGE,
        "from django.utils import safestring as s\ns.mark_safe(said)\n",
        "mark_safe",
    ),
    ("one_clock", PAGE, "from datetime import date as d\nd.today()\n", "date.today"),
    ("one_clock", ACTION, "import datetime\ndatetime.datetime.now()\n", "now"),
    (
        "one_clock",
        MODEL,
        "from django.utils.timezone import now\nF(default=now)\n",
        "timezone.now",
    ),
    ("one_clock", MODEL, "DateTimeField(auto_now_add=True)\n", "auto_now_add"),
    (
        "one_clock",
        PAGE,
        "from django.utils import timezone\ntimezone.localdate()\n",
        "localdate",
    ),
    ("the_day_comes_in", "phoihop/trail/rules.py", "import phoihop.clock\n", "as on="),
    (
        "the_day_comes_in",
        ACTION,
        "from phoihop.clock import today\nx = today()\n",
        "as on=",
    ),
    (
        "one_reader_of_the_environment",
        ACTION,
        "import os\nos.environ['HOME']\n",
        "os.environ",
    ),
    ("no_print", ACTION, "print('here')\n", "print("),
    (
        "every_page_is_tested",
        "phoihop/pages/urls.py",
        "path('a/', v, name='planted_page')\n",
        "planted_page",
    ),
    (
        "every_component_is_shown",
        TAGS,
        "@register.simple_tag\ndef planted_tag(): ...\n",
        "planted_tag is not",
    ),
    (
        "every_component_is_shown",
        TAGS,
        "@register.inclusion_tag('a.html', name='planted_tag')\ndef f(): ...\n",
        "planted_tag is not",
    ),
    ("every_component_is_shown", TAGS, "register.tag('planted_tag', f)\n", "is not"),
    (
        "forms_carry_token_and_key",
        TEMPLATE,
        "<form method='post'><input name='idempotency_key'></form>\n",
        "without {% csrf_token %}",
    ),
    (
        "forms_carry_token_and_key",
        TEMPLATE,
        "<form\n method=POST>{% csrf_token %}</form>\n",
        "without a key",
    ),
    (
        "forms_carry_token_and_key",
        TEMPLATE,
        "<form>{% csrf_token %}</form>\n",
        "ends in the URL",
    ),
    ("pages_are_made_of_components", TEMPLATE, "<p class='lead'>\n", "class"),
    ("nothing_inline", TEMPLATE, "<script>go()</script>\n", "inline script"),
    ("nothing_inline", TEMPLATE, "<style>a{}</style>\n", "inline style sheet"),
    ("nothing_inline", TEMPLATE, '<p {% if a %}style="a"{% endif %}>\n', "style"),
    ("nothing_inline", TEMPLATE, "<p\n  onclick='go()'>\n", "event attribute"),
    ("nothing_inline", TEMPLATE, "<p hx-on:click='go()'>\n", "htmx script"),
    ("nothing_inline", TEMPLATE, "<a href='javascript:go()'>\n", "script address"),
    ("nothing_inline", TAGS, "made = '<i style=\"width:1%\">'\n", "in a component"),
    (
        "settings_are_documented",
        "phoihop/settings.py",
        "from phoihop.environment import envstr\nenvstr('PHOIHOP_PLANTED', '')\n",
        "PHOIHOP_PLANTED is not in",
    ),
    (
        "settings_are_documented",
        "phoihop/cli.py",
        "os.environ.get('PHOIHOP_PLANTED')\n",
        "PHOIHOP_PLANTED is not in",
    ),
    (
        "settings_are_documented",
        "docs/settings.md",
        "\n| `PHOIHOP_PLANTED` | a setting that is gone |\n",
        "read by nobody",
    ),
    ("left_out_on_purpose", PAGE, "TaskView.as_view()\n", "functions"),
    ("left_out_on_purpose", MODEL, "def get_absolute_url(self): ...\n", "pages"),
    ("left_out_on_purpose", "phoihop/trail/admin.py", HEAD, "no admin"),
    ("ignores_say_why", PAGE, "\nx = 1  # noqa: E501\n", "say why"),
    ("ignores_say_why", PAGE, "\nx = 1  # type: ignore[misc]\n", "say why"),
    ("ignores_say_why", PAGE, "\nx = 1  # nosec B101\n", "say why"),
]


@pytest.mark.parametrize("rule", RULES)
def test_an_untouched_copy_keeps(rule: str, copy: Path) -> None:
    """The control: what is found below was planted, not there before."""
    found = RULES[rule](copy)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("rule", "path", "text", "says"), PLANTS)
def test_a_planted_violation_is_found(
    rule: str, path: str, text: str, says: str, copy: Path
) -> None:
    """Each rule names what was planted, and nothing else that is new."""
    before = set(RULES[rule](copy))

    plant(copy, path, text)

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
    (verbs.actions_take_by, reasons.NOBODY_ACTS),
    (verbs.actions_ask_permission, reasons.NO_PERMISSION),
    (verbs.actions_leave_a_trail, reasons.NO_TRAIL),
    (templates.forms_carry_token_and_key, reasons.NO_KEY),
]


@pytest.mark.parametrize(("rule", "excused"), LISTS)
def test_a_reason_that_nothing_needs_is_found(
    rule: Excused, excused: Mapping[str, str], copy: Path
) -> None:
    """A list of exceptions shrinks when the house gets better."""
    stale = {**excused, "phoihop/gone.py": "stood here a while"}

    new = set(rule(copy, stale)) - set(rule(copy, excused))

    assert [sentence for sentence in new if "phoihop/gone.py: no longer" in sentence]


@pytest.mark.parametrize(("rule", "excused"), LISTS)
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
    rule: str, path: str, text: str, copy: Path
) -> None:
    """A rule that cries too often is switched off by those it cries at."""
    before = set(RULES[rule](copy))

    plant(copy, path, text)

    assert set(RULES[rule](copy)) == before
