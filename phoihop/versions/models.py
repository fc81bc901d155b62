"""One mechanism for compare-and-set and for "as was at T".

A model that derives from ``VersionedRow`` gets a history table from ``version_of``:

    class Task(VersionedRow, ScopedRow): ...
    TaskVersion = version_of(Task)

The row itself holds what is so now. Each recorded change adds a row to the history
with the instants between which it stood. Only ``trail.actions.record`` writes there,
under the lock of the trail's head, so recorded time runs forward in the order of the
commits and a moment once read ("as was at T") never changes afterwards.
docs/decisions/0004 says why this is not django-simple-history.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, NoReturn, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.refusals import Stale
from phoihop.scopes.managers import Row, ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.screening.classes import TextClass
from phoihop.screening.fields import class_of
from phoihop.screening.gate import hold


class VersionRow(models.Model):
    """What one row said between two instants.

    ``id`` is the id of the row itself, so a page prints either; the key of this
    table is ``record``. ``recorded_to`` is the instant from which it no longer
    stood, empty while it stands.
    """

    record = models.BigAutoField(primary_key=True)
    id = models.BigIntegerField()
    recorded_from = models.DateTimeField(_("ghi nhận từ"))
    recorded_to = models.DateTimeField(_("ghi nhận đến"), null=True)
    # The account that recorded it; no foreign key, as in the trail.
    recorded_by = models.BigIntegerField(_("người ghi nhận"), null=True)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True


class VersionedRow(models.Model):
    """A row that is changed by compare-and-set and keeps what it used to say."""

    history: ClassVar[type[VersionRow]]
    # Written since the history last heard of it.
    unkept = False

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        """Write a new row; one that stands is changed by ``change`` only."""
        if not self._state.adding:
            raise TypeError("A versioned row is changed by change(), not by save().")
        # Of the columns, not of facts(): a row may tell less than it holds.
        columns = self._meta.concrete_fields
        self.hold_texts({field.name: getattr(self, field.attname) for field in columns})
        super().save(**kwargs)
        self.unkept = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never: Django would delete by the key alone, asking for no open scope."""
        raise TypeError("A versioned row is ended, not deleted.")

    @classmethod
    def as_was(cls, at: datetime) -> "models.QuerySet[Any]":
        """The rows of this table as they were recorded at the instant ``at``."""
        stood = Q(recorded_to=None) | Q(recorded_to__gt=at)
        return cls.history.objects.filter(stood, recorded_from__lte=at)

    def facts(self) -> dict[str, object]:
        """What the row says, by field name; keys of other rows as their ids."""
        return {
            field.name: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.name not in ("id", "scope", "version")
        }

    def hold_texts(self, values: dict[str, object]) -> None:
        """Raise ``Refused`` if a text may not be kept in the field it is meant for."""
        for name, value in values.items():
            text_class = class_of(f"{self._meta.label}.{name}")
            if text_class is not TextClass.MACHINE:
                for text in _texts(value):
                    hold(text, text_class, field=name)

    def change(self, *, seen: int, **values: object) -> Self:
        """Set ``values`` if nobody was faster than the person who saw ``seen``.

        Raises ``Stale`` with the facts as stored now when somebody was.
        """
        if unsaid := values.keys() - self.facts().keys():
            # A key named by its column, or the circle, would pass by hold_circle.
            raise TypeError(f"Not a field that change() sets: {sorted(unsaid)}")
        row: models.Model = self
        if isinstance(row, ScopedRow):
            row.hold_circle(values)
        # What stands was held when it came: a stricter rule does not lock its row.
        facts = self.facts()
        self.hold_texts({k: v for k, v in values.items() if v != facts.get(k)})
        rows = type(self)._base_manager.filter(pk=self.pk)
        if rows.filter(version=seen).update(**values, version=seen + 1) != 1:
            raise self._stale(rows.get())
        for name, value in values.items():
            setattr(self, name, value)
        self.version = seen + 1
        self.unkept = True
        return self

    def hold_seen(self, seen: int) -> None:
        """Lock the row, and raise ``Stale`` if it is not the one that somebody saw.

        For a verb that does much before it changes the row.
        """
        rows = type(self)._base_manager.select_for_update(no_key=True)
        now = rows.get(pk=self.pk)
        if now.version != seen:
            raise self._stale(now)

    def _stale(self, now: Self) -> Stale:
        standing = self.history.objects.filter(id=self.pk, recorded_to=None)
        by_id = standing.values_list("recorded_by", flat=True).first()
        return Stale(current=now.facts(), version=now.version, by_id=by_id)

    def keep_version(self, *, at: datetime, by_id: int | None) -> None:
        """Close the standing version and write what the row says from ``at`` on.

        Does nothing for a row that the action did not write.
        """
        if not self.unkept:
            return
        rows = self.history.objects
        if self.version > 1:
            rows.filter(id=self.pk, recorded_to=None).update(recorded_to=at)
        columns = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
        }
        rows.create(recorded_from=at, recorded_by=by_id, **columns)
        self.unkept = False


class StandingManager(ScopedManager[Row]):
    """Rows of the open circles that nobody has taken back."""

    def get_queryset(self) -> "models.QuerySet[Row]":
        """Without those that were withdrawn: they are not there any more."""
        return super().get_queryset().filter(withdrawn_on=None)


class WithdrawableRow(VersionedRow):
    """A row that can be taken back as if it had not been made.

    It stays in the table, because histories and the trail point to it, but no query
    finds it; as it was at an instant before, it is still found.
    """

    withdrawn_on = models.DateField(_("thu hồi ngày"), null=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def as_was(cls, at: datetime) -> "models.QuerySet[Any]":
        """The rows recorded at the instant ``at`` and not taken back by then."""
        return super().as_was(at).filter(withdrawn_on=None)

    def withdraw(self, *, on: date) -> Self:
        """Take the row back; raises ``Stale`` if it has changed since it was read."""
        return self.change(seen=self.version, withdrawn_on=on)


def version_of(model: type[VersionedRow]) -> type[VersionRow]:
    """Make the history table of ``model``: its columns, without their uniqueness."""
    columns = {
        field.name: _plain_copy(field)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }
    managers: dict[str, object] = {}
    if issubclass(model, ScopedRow):
        managers["objects"] = ScopedManager()
    meta = {
        "app_label": model._meta.app_label,
        "verbose_name": model._meta.verbose_name,
        "base_manager_name": "objects",
        "indexes": [
            models.Index(
                fields=["id", "recorded_from"],
                name=f"{model._meta.model_name}_version_at",
            )
        ],
        "constraints": [
            models.UniqueConstraint(
                fields=["id"],
                condition=Q(recorded_to=None),
                name=f"{model._meta.model_name}_version_open",
            )
        ],
    }
    made: type[VersionRow] = type(
        f"{model.__name__}Version",
        (VersionRow,),
        {
            "__module__": model.__module__,
            "__doc__": f"What a {model.__name__} said between two instants.",
            "Meta": type("Meta", (), meta),
            **managers,
            **columns,
        },
    )
    model.history = made
    return made


def _texts(value: object) -> Iterator[str]:
    """The texts in a value: itself, or what lies in a list or mapping of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(key)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _plain_copy(field: "models.Field[Any, Any]") -> "models.Field[Any, Any]":
    """The same column: no uniqueness, no way back from the row pointed to."""
    if isinstance(field, models.ForeignKey):
        return models.ForeignKey(
            field.remote_field.model,
            on_delete=models.PROTECT,
            related_name="+",
            null=field.null,
            verbose_name=field.verbose_name,
        )
    copied: models.Field[Any, Any] = field.clone()
    copied._unique = False  # type: ignore[attr-defined]  # the stubs leave it out
    return copied
