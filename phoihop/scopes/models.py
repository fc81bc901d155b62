"""The circle, and what every row inside one has."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from phoihop.scopes.managers import ScopedManager


class ScopeKind(models.TextChoices):
    """What owns the circle: one root of each kind has exactly one scope."""

    BODY = "body", _("đơn vị")
    PROGRAMME = "programme", _("chương trình")
    PLAN = "plan", _("kế hoạch")


class Scope(models.Model):
    """A circle of bodies. Its rows say what lies in it; its members, who sees it."""

    Kind = ScopeKind

    kind = models.CharField(max_length=20, choices=ScopeKind)

    class Meta:
        verbose_name = _("vòng phối hợp")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=ScopeKind.values),
                name="scope_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class ScopeMismatch(Exception):
    """A row was about to point out of its circle along no crossing key: a bug."""


class ScopedRow(models.Model):
    """A row inside a circle.

    ``crossings`` names the foreign keys that may lead to another circle; along all
    others a row and what it points to lie in the same one, and ``save`` holds it.
    """

    crossings: ClassVar[frozenset[str]] = frozenset()

    scope = models.ForeignKey(Scope, on_delete=models.PROTECT, related_name="+")

    objects: ScopedManager[Any] = ScopedManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, **kwargs: Any) -> None:
        """Save, unless a key leads out of the circle."""
        keys = (field.name for field in self._meta.concrete_fields if _scoped(field))
        self.hold_circle({name: getattr(self, name) for name in keys})
        super().save(**kwargs)

    def hold_circle(self, pointing: dict[str, object]) -> None:
        """Raise ``ScopeMismatch`` if one of these keys would lead out of the circle."""
        for name, target in pointing.items():
            if name in self.crossings or not isinstance(target, ScopedRow):
                continue
            if target.scope_id != self.scope_id:
                raise ScopeMismatch(f"{self._meta.label}.{name}")


def _scoped(field: "models.Field[Any, Any]") -> bool:
    """Whether the field points to a row that lies in a circle itself."""
    target = field.related_model
    return isinstance(target, type) and issubclass(target, ScopedRow)
