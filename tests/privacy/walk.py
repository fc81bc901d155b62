"""C34: every text field that the house has, walked over rows, forms and columns.

Each walk returns sentences: what is missing, the line to add, and where.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping

from django import forms
from django.apps import apps
from django.db import connection, models

from phoihop import pages
from phoihop.pages.held import name_of_field
from phoihop.screening import labels
from phoihop.screening.classes import TextClass
from phoihop.screening.fields import BECAUSE, FIELDS
from phoihop.screening.foreign_fields import NAMED_ALLOWED
from phoihop.versions.models import VersionRow

TEXT_COLUMNS = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.FileField,
    models.BinaryField,
    models.GenericIPAddressField,
)
TEXT_INPUTS = (forms.CharField, forms.JSONField, forms.FileField)
# Beside the labels that nobody may ask for: where somebody came from.
DEVICE = {
    "ip",
    "ip_address",
    "device",
    "device_id",
    "user_agent",
    "mac_address",
    "imei",
}
# Tables of the machinery, which no model describes.
TABLES = {"django_migrations", "sqlite_sequence"}

Fields = Mapping[str, TextClass]


def row_fields(of: Iterable[type[models.Model]]) -> Iterator[str]:
    """Each text field of these models; a history repeats what its row held."""
    for model in of:
        if issubclass(model, VersionRow):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, TEXT_COLUMNS):
                yield f"{model._meta.label}.{field.name}"


def all_models() -> list[type[models.Model]]:
    """Every model of every app, of other packages too."""
    return list(apps.get_models(include_auto_created=True))


def all_forms() -> list[type[forms.BaseForm]]:
    """Every form of the pages."""
    for module in pkgutil.walk_packages(pages.__path__, "phoihop.pages."):
        importlib.import_module(module.name)
    return [
        form
        for form in dict.fromkeys(_descendants(forms.BaseForm))
        # A form that a test has made may still be about.
        if form.__module__.startswith("phoihop.") and form.__module__ in sys.modules
    ]


def _descendants(cls: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for below in cls.__subclasses__():
        yield below
        yield from _descendants(below)


def form_fields(of: Iterable[type[forms.BaseForm]]) -> Iterator[str]:
    """Each text field of these forms, at the form that declares it."""
    for form in of:
        for name, field in getattr(form, "base_fields", {}).items():
            if isinstance(field, TEXT_INPUTS):
                yield name_of_field(form, name)


def unlisted(names: Iterable[str], fields: Fields = FIELDS) -> list[str]:
    """Fields that nobody has given a class."""
    found = []
    for name in sorted(set(names) - set(fields)):
        where = "form_fields" if name.startswith("pages.") else "row_fields"
        found.append(
            f'{name}: add the line "{name}": _FREE, to phoihop/screening/{where}.py '
            "(or another class; with its reason among the MACHINE lines if it is no "
            "prose)"
        )
    return found


def stale(names: Iterable[str], fields: Fields = FIELDS) -> list[str]:
    """Lines of the list that no field needs."""
    return [
        f"{name}: there is no such field: take its line out of phoihop/screening"
        for name in sorted(set(fields) - set(names))
    ]


def unexplained(because: Mapping[str, str] = BECAUSE) -> list[str]:
    """Fields that are not screened, without a reason."""
    return [
        f"{name}: a MACHINE line wants a reason, not “{reason}”"
        for name, reason in because.items()
        if len(reason.split()) < 3
    ]


def denied(
    names: Iterable[str], allowed: Mapping[str, str] = NAMED_ALLOWED
) -> list[str]:
    """Fields and columns whose name asks about a person (invariant I1)."""
    found = []
    for name in sorted(set(names)):
        last = name.rsplit(".", 1)[-1]
        asked = labels.asked_by(last)
        if (asked or last.lower() in DEVICE) and name not in allowed:
            found.append(
                f"{name}: asks about a person ({', '.join(asked) or 'device'}): take "
                "it out; if it must stand, say why in NAMED_ALLOWED of "
                "phoihop/screening/foreign_fields.py"
            )
    return found


COLUMNS = {
    "sqlite": (
        "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table'"
    ),
    "postgresql": (
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_schema = current_schema()"
    ),
}


def columns() -> set[str]:
    """Every column that stands in the database, as table.column."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS[connection.vendor])
        return {f"{table}.{name}" for table, name in cursor if table not in TABLES}


def modelled() -> set[str]:
    """Every column that a model describes."""
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in all_models()
        for field in model._meta.concrete_fields
    }


def unmodelled() -> list[str]:
    """Columns in the database that no model knows: nothing screens them."""
    return [
        f"{column}: in the database and in no model: drop it, or describe it"
        for column in sorted(columns() - modelled())
    ]
