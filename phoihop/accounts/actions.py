"""Verbs on one's own account, and the making of accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from phoihop.accounts.models import User
from phoihop.refusals import Refused
from phoihop.trail.actions import Author, record


@transaction.atomic
def open_account(*, username: str, name: str, password: str, by: Author) -> User:
    """Make an account that can sign in.

    Raises ``Refused`` when the name is taken or the password is too weak. Who may
    do this is asked by the callers above (``organisations.actions.people``).
    """
    user = User(username=username.strip().lower(), name=name.strip())
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused("account.password_weak", field="password") from error
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            "account.name_taken", field="username", username=user.username
        ) from error
    after: dict[str, object] = {"username": user.username, "name": user.name}
    record(by=by, scope=None, did="account.opened", on=user, after=after)
    return user


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
