"""The account of a person who works for a body."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# What is signed for sessions is good for nothing else.
SESSION_SALT = "phoihop.accounts.models.User.session"


class Language(models.TextChoices):
    """The languages of the interface."""

    VIETNAMESE = "vi", _("Tiếng Việt")
    ENGLISH = "en", _("Tiếng Anh")


class UserManager(BaseUserManager["User"]):
    """Accounts, found by the name they sign in with."""


class User(AbstractBaseUser):
    """A person who signs in. Their bodies and roles are memberships, above."""

    Language = Language

    username = models.CharField(_("tên đăng nhập"), max_length=60, unique=True)
    name = models.CharField(_("họ và tên"), max_length=120)
    language = models.CharField(
        _("ngôn ngữ"), max_length=2, choices=Language, default=Language.VIETNAMESE
    )
    # Where the digest of notices goes; nobody has to have one.
    email = models.EmailField(_("thư điện tử"), max_length=200, blank=True, default="")
    is_active = models.BooleanField(_("đang dùng"), default=True)
    # Counted up, it ends every session that was begun before.
    sign_in_epoch = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("tài khoản")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=Language.values),
                name="user_language_known",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def end_sessions(self) -> None:
        """Sign this person out everywhere, with the next request of each browser."""
        rows = User.objects.filter(pk=self.pk)
        rows.update(sign_in_epoch=models.F("sign_in_epoch") + 1)
        self.refresh_from_db(fields=["sign_in_epoch"])

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must say to be this person's: Django asks at each request.

        It follows the password, as Django's own does, and the epoch.
        """
        said = f"{self.sign_in_epoch}:{self.password}"
        made = salted_hmac(SESSION_SALT, said, secret=secret, algorithm="sha256")
        return made.hexdigest()
