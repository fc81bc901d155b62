"""What a person is told, and the one letter a day in which it leaves."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.scopes.models import Scope


class DigestState(models.TextChoices):
    """How far a letter has come. What left without an answer is never sent again."""

    LEAVING = "leaving", _("đang gửi")
    SENT = "sent", _("đã gửi")
    REFUSED = "refused", _("máy chủ thư từ chối")
    UNCLEAR = "unclear", _("không rõ đã đến chưa")


class MailState(models.TextChoices):
    """Whether a notice leaves by mail, and whether it has."""

    NONE = "none", _("không gửi thư")
    WAITING = "waiting", _("chờ gửi thư")
    LEAVING = "leaving", _("đang gửi thư")
    SENT = "sent", _("đã gửi thư")
    WITHHELD = "withheld", _("không còn quyền xem")
    UNCLEAR = "unclear", _("không rõ đã đến chưa")


class Digest(models.Model):
    """The letter of one person on one day; the pair is its key, so there is one."""

    State = DigestState

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("ngày"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=DigestState)
    # Who wrote the row: of two who try, one finds its own number in it.
    claim = models.UUIDField()
    left_at = models.DateTimeField(_("bắt đầu gửi lúc"))

    class Meta:
        verbose_name = _("thư tổng hợp")
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="digest_once_a_day"),
            models.CheckConstraint(
                condition=Q(state__in=DigestState.values), name="digest_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices."""

    def unseen(self) -> Self:
        """Those that the person has not marked as read."""
        return self.filter(seen_at=None)

    def waiting(self) -> Self:
        """Those that are to leave by mail."""
        return self.filter(mail=MailState.WAITING)

    def without_letter_on(self, day: date) -> Self:
        """Those of people who have had no letter on this day."""
        had = Digest.objects.filter(day=day).values("person_id")
        return self.exclude(person_id__in=had)


class Notice(models.Model):
    """A person is told that something happened: its kind and the id of its subject.

    No sentence is stored: it is made when it is shown, from what the reader may see
    then. A person's own, so in no circle; ``scope`` says in which circle the subject
    lies, and is empty for what concerns the person alone.
    """

    Mail = MailState

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("loại thông báo"), max_length=40)
    subject = models.BigIntegerField(_("đối tượng"))
    # Tells apart what may happen to one subject more than once.
    event = models.CharField(_("lần"), max_length=40, blank=True)
    scope = models.ForeignKey(
        Scope, on_delete=models.PROTECT, related_name="+", null=True
    )
    said_at = models.DateTimeField(_("thời điểm"))
    seen_at = models.DateTimeField(_("đã đọc lúc"), null=True)
    mail = models.CharField(
        _("thư"), max_length=10, choices=MailState, default=MailState.NONE
    )
    digest = models.ForeignKey(
        Digest, on_delete=models.PROTECT, related_name="notices", null=True
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("thông báo")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "subject", "event"], name="notice_once"
            ),
            models.CheckConstraint(
                condition=Q(mail__in=MailState.values), name="notice_mail_known"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_of_person"),
            models.Index(
                fields=["mail", "person"],
                condition=Q(mail__in=("waiting", "leaving")),
                name="notice_to_leave",
            ),
            models.Index(
                fields=["person", "scope"],
                condition=Q(seen_at=None),
                name="notice_unseen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
