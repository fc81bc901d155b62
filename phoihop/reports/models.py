"""A review of a plan or programme, and the words that the body itself adds to it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.organisations.models import Organisation
from phoihop.programmes.models import Plan, Programme
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import (
    StandingManager,
    VersionedRow,
    WithdrawableRow,
    version_of,
)


class ReviewKind(models.TextChoices):
    """Which stretch of the year it looks back on."""

    HALF_YEAR = "half_year", _("sơ kết 6 tháng đầu năm")
    ANNUAL = "annual", _("tổng kết năm")


class ReviewState(models.TextChoices):
    """Whether its figures still follow the records."""

    DRAFT = "draft", _("đang soạn")
    FINAL = "final", _("đã chốt")


class Block(models.TextChoices):
    """The five standard parts of a review, in their order."""

    RESULTS = "results", _("Kết quả đạt được")
    LIMITS = "limits", _("Hạn chế, tồn tại")
    CAUSES = "causes", _("Nguyên nhân")
    DIRECTION = "direction", _("Phương hướng, nhiệm vụ thời gian tới")
    PROPOSALS = "proposals", _("Đề xuất, kiến nghị")


class Review(VersionedRow, ScopedRow):
    """One body's review, on its own desk: others see it when it is handed to them.

    ``frozen`` stays empty while it is a draft, whose figures are counted anew each
    time; once final it holds what was said, with the records behind each sentence,
    and the rows of the annex.
    """

    State = ReviewState
    Kind = ReviewKind

    # What it looks back on lies in the circles of its parties.
    crossings: ClassVar[frozenset[str]] = frozenset({"programme", "plan"})

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("đơn vị báo cáo"),
    )
    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=_("chương trình"),
    )
    # Without one, all plans of the year that the body is in.
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        related_name="reviews",
        null=True,
        blank=True,
        verbose_name=_("kế hoạch"),
    )
    kind = models.CharField(_("loại báo cáo"), max_length=10, choices=ReviewKind)
    year = models.PositiveSmallIntegerField(_("năm"))
    # The figures are those recorded by the end of this day.
    day = models.DateField(_("số liệu đến hết ngày"))
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=ReviewState, default=ReviewState.DRAFT
    )
    place = models.CharField(_("địa danh"), max_length=100)
    # The office that signs, a line each: "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN".
    office = models.CharField(_("chức vụ người ký"), max_length=300)
    recipients = models.TextField(
        _("nơi nhận"), max_length=1000, blank=True, default=""
    )
    frozen = models.JSONField(_("số liệu đã chốt"), default=dict)
    made_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        verbose_name=_("người lập"),
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("báo cáo sơ kết, tổng kết")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ReviewKind.values), name="review_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReviewState.values), name="review_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"

    @property
    def called(self) -> str:
        """What it is and of which year, as lists name it."""
        kind = str(ReviewKind(self.kind).label)
        return f"{kind[:1].upper()}{kind[1:]} {self.year}"

    def told(self) -> dict[str, object]:
        """What the trail is told: the columns, without the sentences of a final one."""
        return {name: said for name, said in self.facts().items() if name != "frozen"}


ReviewVersion = version_of(Review)


class Judgement(WithdrawableRow, ScopedRow):
    """What the body itself thinks: a cause, an assessment, a proposal (rule 8)."""

    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, related_name="judgements"
    )
    block = models.CharField(_("phần"), max_length=10, choices=Block)
    text = models.TextField(_("nhận định của đơn vị"), max_length=4000)
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("người nhập")
    )

    objects: StandingManager[Any] = StandingManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nhận định của đơn vị")
        constraints = [
            models.CheckConstraint(
                condition=Q(block__in=Block.values), name="judgement_block_known"
            )
        ]

    def __str__(self) -> str:
        return self.text


JudgementVersion = version_of(Judgement)
