"""C34: no field, form or column is off the list, or asks about a person (I1 to I3)."""

from typing import Any

import pytest
from django import forms
from django.db import connection, models
from django.test.utils import isolate_apps

from phoihop.pages.keyed import KeyedForm
from phoihop.screening.classes import TextClass
from phoihop.screening.fields import BECAUSE, FIELDS
from phoihop.screening.foreign_fields import NAMED_ALLOWED
from tests.own_database import OwnDatabase
from tests.privacy import walk

# What persons write, by name: reclassifying one is seen here as well as in the list.
PROSE = {
    "accounts.User.name": TextClass.OFFICE_HOLDER,
    "organisations.Alias.text": TextClass.ALIAS,
    "organisations.OrganisationName.text": TextClass.ALIAS,
    "organisations.Topic.name": TextClass.LABEL,
    "pages.task_forms.TaskFields.text": TextClass.FREE,
    "programmes.Plan.title": TextClass.FREE,
    "programmes.Programme.title": TextClass.FREE,
    "programmes.Task.text": TextClass.FREE,
}


def every_field() -> list[str]:
    rows = walk.row_fields(walk.all_models())
    return [*rows, *walk.form_fields(walk.all_forms())]


def softer(fields: walk.Fields) -> list[str]:
    return [name for name, kind in PROSE.items() if fields.get(name) is not kind]


def test_every_text_field_has_its_class() -> None:
    assert len(every_field()) > 100
    assert walk.unlisted(every_field()) == []


def test_every_line_of_the_list_has_its_field() -> None:
    assert walk.stale(every_field()) == []


def test_what_is_not_screened_says_why() -> None:
    assert walk.unexplained() == []
    assert {name for name, c in FIELDS.items() if c is TextClass.MACHINE} == set(
        BECAUSE
    )


def test_what_persons_write_is_screened() -> None:
    assert softer(FIELDS) == []


def test_no_field_or_column_asks_about_a_person(db: None) -> None:
    names = [name for name in every_field() if name.startswith("pages.")]
    assert walk.denied([*names, *walk.columns()]) == []


def test_no_allowance_is_left_over(db: None) -> None:
    names = {*every_field(), *walk.columns()}
    assert sorted(set(NAMED_ALLOWED) - names) == []
    assert all(len(reason.split()) > 2 for reason in NAMED_ALLOWED.values())


def test_no_column_stands_outside_the_models(db: None) -> None:
    assert walk.unmodelled() == []


# Five mutants (trust.md, C34), and each must be caught.


@isolate_apps("phoihop.programmes")
def test_mutant_a_field_for_the_name_of_who_reports() -> None:
    class Concern(models.Model):
        reporter_name = models.CharField(max_length=80)

        class Meta:
            app_label = "programmes"

        def __str__(self) -> str:
            return ""

    names = list(walk.row_fields([Concern]))
    assert names == ["programmes.Concern.reporter_name"]
    (said,) = walk.unlisted(names)
    assert 'add the line "programmes.Concern.reporter_name": _FREE' in said
    assert "phoihop/screening/row_fields.py" in said
    assert "label_reporter" in walk.denied(names)[0]


@isolate_apps("phoihop.programmes")
def test_mutant_a_field_that_takes_anything() -> None:
    class Extra(models.Model):
        more = models.JSONField(default=dict)

        class Meta:
            app_label = "programmes"

        def __str__(self) -> str:
            return ""

    assert "programmes.Extra.more" in walk.unlisted(walk.row_fields([Extra]))[0]


def test_mutant_a_field_of_a_form_that_is_not_on_the_list() -> None:
    mutant: Any = type(
        "MutantForm",
        (KeyedForm,),
        {"__module__": "phoihop.pages.mutant", "note": forms.CharField()},
    )
    (said,) = walk.unlisted(walk.form_fields([mutant]))
    assert "pages.mutant.MutantForm.note" in said
    assert "form_fields.py" in said


def test_mutant_a_column_in_the_database_only(own_database: OwnDatabase) -> None:
    assert walk.unmodelled() == []
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programmes_task ADD COLUMN so_cccd varchar(20)")
    assert walk.unmodelled() == [
        "programmes_task.so_cccd: in the database and in no model: drop it, or "
        "describe it"
    ]
    assert "label_identity" in walk.denied(walk.columns())[0]


@pytest.mark.parametrize("change", ["taken out", "not screened"])
def test_mutant_a_field_taken_off_the_list_or_loosened(change: str) -> None:
    fields = dict(FIELDS)
    if change == "taken out":
        del fields["programmes.Task.text"]
        assert "programmes.Task.text" in walk.unlisted(every_field(), fields)[0]
    else:
        fields["programmes.Task.text"] = TextClass.MACHINE
    assert softer(fields) == ["programmes.Task.text"]
