"""What is known of a file whose bytes lie in the folder of files."""

from uuid import uuid4

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.files import rules
from phoihop.scopes.models import ScopedRow
from phoihop.versions.models import VersionedRow, version_of


class FileKind(models.TextChoices):
    """What a file is, as its bytes say; its name says nothing."""

    DOC = "doc", _("Word cũ (.doc)")
    DOCX = "docx", _("Word (.docx)")
    XLSX = "xlsx", _("Excel (.xlsx)")
    PDF = "pdf", _("PDF")
    HTML = "html", _("trang web (.html)")
    TXT = "txt", _("văn bản thuần (.txt)")
    CSV = "csv", _("bảng (.csv)")
    JSONL = "jsonl", _("dữ liệu (.jsonl)")


class FileOrigin(models.TextChoices):
    """Where the bytes come from."""

    RECEIVED = "received", _("nhận vào")
    MADE = "made", _("hệ thống lập")


class FileChecked(models.TextChoices):
    """Who vouches that the file holds no stamp of secrecy."""

    MACHINE = "machine", _("máy đã đọc và kiểm tra")
    # Read as pictures: the ends before the file was kept, the rest by the worker.
    PICTURE = "picture", _("máy đã đọc ảnh trang đầu và trang cuối")
    PERSON = "person", _("máy chưa kiểm tra được; người gửi cam kết")


class StoredFile(VersionedRow, ScopedRow):
    """One file: its name, what it is, and the sum that its bytes must have.

    Its bytes lie under ``uuid``. The key stays a number, as of every other row: the
    trail and the histories name rows by numbers.
    """

    Kind = FileKind
    Origin = FileOrigin
    Checked = FileChecked

    # In addresses and in the folder: not to be guessed, and the same after a move.
    uuid = models.UUIDField(_("mã tệp"), default=uuid4, unique=True, editable=False)
    name = models.CharField(_("tên tệp"), max_length=rules.LONGEST_NAME)
    kind = models.CharField(_("loại tệp"), max_length=10, choices=FileKind)
    size = models.PositiveIntegerField(_("dung lượng"))
    sha256 = models.CharField(_("mã SHA-256"), max_length=64)
    origin = models.CharField(_("nguồn gốc"), max_length=10, choices=FileOrigin)
    checked = models.CharField(_("kiểm tra"), max_length=10, choices=FileChecked)
    received_at = models.DateTimeField(_("thời điểm nhận"))
    # None for what a command made: it acts without an account.
    received_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,
        verbose_name=_("người nhận"),
    )

    class Meta(ScopedRow.Meta):
        abstract = False
        verbose_name = _("tệp")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=FileKind.values), name="file_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(origin__in=FileOrigin.values),
                name="file_origin_known",
            ),
            models.CheckConstraint(
                condition=models.Q(checked__in=FileChecked.values),
                name="file_checked_known",
            ),
            # What the house makes it knows; only a person hands in a scan.
            models.CheckConstraint(
                condition=models.Q(origin=FileOrigin.RECEIVED)
                | models.Q(checked=FileChecked.MACHINE),
                name="file_declared_by_who_sent_it",
            ),
            models.CheckConstraint(
                condition=models.Q(size__gt=0), name="file_not_empty"
            ),
            models.CheckConstraint(
                condition=Exact(Length("sha256"), 64), name="file_sha256_whole"
            ),
            models.CheckConstraint(
                condition=models.Q(name__gt="")
                & models.Q(LessThanOrEqual(Length("name"), rules.LONGEST_NAME)),
                name="file_name_fits",
            ),
        ]

    def __str__(self) -> str:
        return self.name


StoredFileVersion = version_of(StoredFile)
