"""Managers that show only rows of the open scope."""

from typing import TypeVar

from django.db import models

from phoihop.scopes.context import current

Row = TypeVar("Row", bound=models.Model)


class ScopedManager(models.Manager[Row]):
    """Rows whose ``scope`` is open; raises ``NoScopeOpen`` when none is.

    It is also the base manager of every scoped model, so that a foreign key does
    not lead out of the circle, and a save finds no row outside of it.
    """

    def get_queryset(self) -> models.QuerySet[Row]:
        """All rows of the open circles."""
        rows: models.QuerySet[Row] = super().get_queryset()
        ids = current().ids
        return rows if ids is None else rows.filter(scope_id__in=ids)
