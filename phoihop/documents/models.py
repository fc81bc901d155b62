"""A paper that was received, a reading of it, and the drafts that came of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.files.models import StoredFile
from phoihop.reading.findings import Field
from phoihop.scopes.managers import ScopedManager
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of

LONGEST_TEXT = 4_000_000
LONGEST_TITLE = 500


class Document(VersionedRow, ScopedRow):
    """A paper on the desk of the body that received it; nobody else sees it."""

    # The name by which lists show it: what a person called it, else what it says of
    # itself, and its file's name until that is read.
    title = models.CharField(_("tên văn bản"), max_length=LONGEST_TITLE)
    # A pasted text is kept as a file too: what was read can always be read again.
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="document"
    )
    # Of the file: the same paper twice is found on the same desk only.
    sha256 = models.CharField(_("mã SHA-256"), max_length=64)

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("văn bản")
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "sha256"], name="document_once_on_a_desk"
            )
        ]

    def __str__(self) -> str:
        return self.title


DocumentVersion = version_of(Document)


class ReadingState(models.TextChoices):
    """How far a reading has come."""

    ASKED = "asked", _("đang đọc")
    READY = "ready", _("chờ xác nhận")
    CONFIRMED = "confirmed", _("đã xác nhận")
    FAILED = "failed", _("không đọc được")
    SET_ASIDE = "set_aside", _("để riêng")


# What there is to look at: the text was read, whatever became of it.
READ = (ReadingState.READY, ReadingState.CONFIRMED, ReadingState.SET_ASIDE)


class Reading(VersionedRow, ScopedRow):
    """One reading of a paper, and what a person has made of it so far."""

    State = ReadingState

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="readings"
    )
    state = models.CharField(
        _("trạng thái"),
        max_length=10,
        choices=ReadingState,
        default=ReadingState.ASKED,
    )
    # The job that reads it: its progress is shown while it runs.
    job_id = models.BigIntegerField(_("việc nền"), null=True)
    # The code of the refusal with which it failed.
    fault = models.CharField(_("lỗi"), max_length=100, blank=True, default="")

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("lần đọc văn bản")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ReadingState.values),
                name="reading_state_known",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(fault=""))
                | (~Q(state="failed") & Q(fault="")),
                name="reading_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"


ReadingVersion = version_of(Reading)


class ReadText(ScopedRow):
    """The raw text that was read: spans count its characters. It never changes."""

    reading = models.OneToOneField(
        Reading, on_delete=models.PROTECT, related_name="read_text"
    )
    text = models.TextField(_("văn bản gốc"), max_length=LONGEST_TEXT)
    # Where the parts of the file stand in it, as [where, start, end]: a place of the
    # text leads to its page.
    parts = models.JSONField(_("các phần của tệp"), default=list)
    # What the eye misses in the paper, as [start, end, kind] (``reading.extracted``).
    remarks = models.JSONField(_("chỗ cần lưu ý"), default=list)

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("văn bản đã đọc")

    def __str__(self) -> str:
        return f"{self.reading_id}"


class DraftState(models.TextChoices):
    """What a person has decided of a draft."""

    OPEN = "open", _("chưa xem")
    ACCEPTED = "accepted", _("nhận")
    CORRECTED = "corrected", _("đã sửa")
    ADDED = "added", _("thêm")
    DROPPED = "dropped", _("bỏ")


KEPT = (DraftState.ACCEPTED, DraftState.CORRECTED, DraftState.ADDED)


class Draft(VersionedRow, ScopedRow):
    """One finding of a reading, as found and as a person leaves it.

    ``found`` is the finding's value as the engine gave it, None for what a person
    added; ``value`` is what will be confirmed. ``drafts.py`` says their shapes.
    """

    State = DraftState

    reading = models.ForeignKey(
        Reading, on_delete=models.PROTECT, related_name="drafts"
    )
    position = models.PositiveIntegerField(_("thứ tự"))
    field = models.CharField(
        _("mục"), max_length=20, choices=[(word.value, word.value) for word in Field]
    )
    found = models.JSONField(_("máy đọc"), null=True)
    value = models.JSONField(_("nội dung xác nhận"))
    start = models.PositiveIntegerField(_("từ ký tự"), null=True)
    end = models.PositiveIntegerField(_("đến ký tự"), null=True)
    # In hundredths.
    confidence = models.PositiveSmallIntegerField(_("mức chắc chắn"))
    because = models.CharField(_("quy tắc đọc"), max_length=60)
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=DraftState, default=DraftState.OPEN
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("nháp")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=DraftState.values), name="draft_state_known"
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(end__gte=F("start")),
                name="draft_span_in_order",
            ),
            models.CheckConstraint(
                condition=Q(confidence__lte=100), name="draft_confidence"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("added", "dropped"), found__isnull=True)
                | (~Q(state="added") & Q(found__isnull=False)),
                name="draft_added_by_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["reading", "position"], name="draft_order"),
            # The cases of a rule that was wrong: few among many.
            models.Index(
                fields=["scope", "field", "because"],
                condition=Q(state__in=("corrected", "dropped")),
                name="draft_found_wrong",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.position}"


DraftVersion = version_of(Draft)


class RuleCount(ScopedRow):
    """What became of a rule's findings in the papers that a desk has confirmed.

    Kept at each confirmation and taken back with it, so that a page asks for a few
    rows however many papers there are; ``precision.Tally`` says what the counts mean.
    """

    field = models.CharField(
        _("mục"), max_length=20, choices=[(word.value, word.value) for word in Field]
    )
    because = models.CharField(_("quy tắc đọc"), max_length=60)
    shown = models.PositiveIntegerField(_("số mục máy đọc"), default=0)
    accepted = models.PositiveIntegerField(_("nhận nguyên"), default=0)
    corrected = models.PositiveIntegerField(_("đã sửa"), default=0)
    dropped = models.PositiveIntegerField(_("bỏ"), default=0)
    added = models.PositiveIntegerField(_("thêm"), default=0)
    documents = models.PositiveIntegerField(_("số văn bản"), default=0)

    objects: ScopedManager[Any] = ScopedManager()

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("số đếm của quy tắc đọc")
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "field", "because"], name="rule_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.because}"
