"""Words by which a body is looked up, kept in the form in which they are compared."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.versions.models import VersionedRow
from phoihop.vietnamese import fold

LENGTH = 300


class FindableRow(VersionedRow):
    """A row found by its ``text``, with or without marks and capitals."""

    text: "models.CharField[str, str]"
    # Made from the text, so no fact of its own.
    folded = models.CharField(_("chữ để tìm"), max_length=LENGTH, editable=False)

    class Meta:
        abstract = True

    def derived(self) -> dict[str, str]:
        """The columns that are made from the text."""
        return {"folded": fold(self.text)[:LENGTH]}

    def save(self, **kwargs: Any) -> None:
        """Write a new row, with what is made from its text."""
        for column, value in self.derived().items():
            setattr(self, column, value)
        super().save(**kwargs)

    def facts(self) -> dict[str, object]:
        """What the row says, without what is made from it."""
        derived = self.derived()
        return {k: v for k, v in super().facts().items() if k not in derived}

    def change(self, *, seen: int, **values: object) -> Self:
        """As for every row, but the text stands: another text is another row."""
        if "text" in values:
            raise TypeError("What a body was called is ended, not rewritten.")
        return super().change(seen=seen, **values)


def holding(words: str) -> Q:
    """The condition that a row holds each of these words, however it is written."""
    found = Q()
    for word in fold(words).split():
        found &= Q(folded__contains=word)
    return found
