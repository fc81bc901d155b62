"""Verbs on one's own account, and the making of accounts."""

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from phoihop.accounts.models import User
from phoihop.refusals import Refused
from phoihop.screening.fields import class_of
from phoihop.screening.gate import hold
from phoihop.trail.actions import Author, record


@dataclass(frozen=True)
class Oneself:
    """A person changing their own account, for no body: the trail's author."""

    user_id: int
    organisation_id: None = None


@transaction.atomic
def open_account(
    *, username: str, name: str, password: str, by: Author | None, email: str = ""
) -> User:
    """Make an account that can sign in; ``by`` is None where its owner makes it.

    Raises ``Refused`` when the name is taken or the password is too weak. Who may
    do this is asked by the callers above (``organisations.actions``).
    """
    user = User(
        username=username.strip().lower(), name=name.strip(), email=_address(email)
    )
    hold(user.username, class_of("accounts.User.username"), field="username")
    hold(user.name, class_of("accounts.User.name"), field="name")
    _take_password(user, password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            "account.name_taken", field="username", username=user.username
        ) from error
    after: dict[str, object] = {"username": user.username, "name": user.name}
    author = by or Oneself(user.pk)
    record(by=author, scope=None, did="account.opened", on=user, after=after)
    return user


@transaction.atomic
def change_password(*, user: User, old: str, password: str, by: Author) -> User:
    """Take another password; every other session of the account ends.

    Raises ``Refused`` when the old one is wrong or the new one too weak.
    """
    held = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not held.check_password(old):
        raise Refused("account.password_wrong", field="password_old")
    _store_password(held, password)
    record(by=by, scope=None, did="account.password_changed", on=held)
    return held


@transaction.atomic
def set_password(*, user: User, password: str, by: Author) -> User:
    """Give the account a password without asking for the old one.

    Every session of the account ends. Who may do this is asked by the callers above
    (``organisations.actions``).
    """
    held = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    _store_password(held, password)
    record(by=by, scope=None, did="account.password_set", on=held)
    return held


@transaction.atomic
def choose_language(*, user: User, language: str, by: Author) -> User:
    """Show the interface to this person in another language from now on."""
    if language not in User.Language.values:
        raise Refused("account.language_unknown", language=language)
    before: dict[str, object] = {"language": user.language}
    User.objects.filter(pk=user.pk).update(language=language)
    user.language = language
    after: dict[str, object] = {"language": language}
    record(
        by=by, scope=None, did="account.language", on=user, before=before, after=after
    )
    return user


def _address(email: str) -> str:
    """An address that letters can be written to, or none."""
    email = email.strip()
    try:
        if email and not email.isascii():
            raise ValidationError("ascii")
        if email:
            validate_email(email)
    except ValidationError as error:
        raise Refused("account.email_wrong", field="email") from error
    return email


def _take_password(user: User, password: str) -> None:
    """Hash the password into the row, unless it is too weak."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused("account.password_weak", field="password") from error
    user.set_password(password)


def _store_password(user: User, password: str) -> None:
    _take_password(user, password)
    user.sign_in_epoch += 1
    user.save(update_fields=["password", "sign_in_epoch"])
