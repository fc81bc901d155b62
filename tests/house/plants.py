"""What is planted against each rule: at least one violation, better several."""

import re
import tomllib

from setup.places import HERE

HEAD = '"""Planted."""\n'
ACTION = "phoihop/organisations/actions/planted.py"
MODEL = "phoihop/organisations/models/planted.py"
PAGE = "phoihop/pages/planted.py"
TEMPLATE = "phoihop/pages/templates/planted.html"
TAGS = "phoihop/pages/templatetags/planted.py"
# A room that does not stand yet: the first in parentheses of the contract "Floors".
PROJECT = tomllib.loads((HERE.root / "pyproject.toml").read_text(encoding="utf-8"))
FLOORS = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
COMING = re.findall(r"\((\w+)\)", " ".join(FLOORS))[0]
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
    ("pure_is_pure", "phoihop/sealing/stamps.py", HEAD, "not in the contract"),
    ("rooms_are_declared", f"phoihop/{COMING}/paper.py", HEAD, "take its parentheses"),
    ("rooms_are_declared", f"phoihop/{COMING}/models.py", HEAD, "“Rooms”"),
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
    ("parsers_stay_in_the_jail", PAGE, "from lxml import html\n", "lxml.html"),
    ("parsers_stay_in_the_jail", ACTION, "import zipfile\n", "zipfile"),
    (
        "parsers_stay_in_the_jail",
        "phoihop/chores/planted.py",
        "import xml.etree.ElementTree as tree\n",
        "reading.jail",
    ),
    (
        "parsers_stay_in_the_jail",
        PAGE,
        "from openpyxl import load_workbook\n",
        "load_workbook",
    ),
    ("programs_start_in_listed_places", ACTION, "import subprocess\n", "starts a"),
    (
        "programs_start_in_listed_places",
        "phoihop/reading/sources/planted.py",
        "import os\nos.system('soffice paper.doc')\n",
        "os.system",
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
