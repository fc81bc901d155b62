"""The numbered items of a plan, and the words of papers that things come from."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.documents.models import Document
from phoihop.programmes.models.plan import Plan
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import StandingManager, WithdrawableRow, version_of


class Source(WithdrawableRow, ScopedRow):
    """The words of a paper that a plan, clause or task comes from.

    ``quote`` is ``passage[start:end]``. What crosses into the plan's circle is this
    passage and the paper's name, never the paper: it may bind other bodies too.
    """

    # The paper lies on the desk of the body that received it; its link is followed
    # there, and leads nowhere for the other parties of the plan.
    crossings: ClassVar[frozenset[str]] = frozenset({"document"})

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("văn bản"),
    )
    label = models.CharField(_("tên văn bản"), max_length=500)
    passage = models.TextField(_("đoạn văn bản"), max_length=20_000)
    start = models.PositiveIntegerField(_("từ ký tự"))
    end = models.PositiveIntegerField(_("đến ký tự"))
    # Where the passage stands in the paper, for whoever has the paper.
    offset = models.PositiveIntegerField(_("vị trí trong văn bản"))

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nguồn")
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="source_span_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.passage[self.start : self.end]


SourceVersion = version_of(Source)


class Clause(WithdrawableRow, ScopedRow):
    """One numbered item of a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="clauses")
    # As printed: "II", "1", "a"; with those above it, "II.1.a".
    number = models.CharField(_("số mục"), max_length=60)
    text = models.TextField(_("nội dung điều khoản"), max_length=4000)
    position = models.PositiveIntegerField(_("thứ tự"))
    source = models.OneToOneField(
        Source, on_delete=models.PROTECT, related_name="clause", null=True
    )

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("điều khoản")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "position"],
                condition=Q(withdrawn_on=None),
                name="clause_position_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


ClauseVersion = version_of(Clause)
