"""Telling people, and marking as read."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.notices.models import MailState, Notice
from phoihop.scopes.models import Scope
from phoihop.trail.actions import Author


def tell(
    *,
    people: Iterable[User],
    kind: str,
    subject: int,
    scope: Scope | None,
    by: Author,
    event: str = "",
) -> None:
    """Tell these people, in the action's transaction; each of an event once.

    Nobody is told of what they did themselves. Whether the reader may see the
    subject is asked when it is shown, and again when it leaves by mail.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("tell() needs a transaction")
    told = [
        Notice(
            person=person,
            kind=kind,
            subject=subject,
            event=event,
            scope=scope,
            said_at=clock.now(),
            mail=_leaves(person),
        )
        for person in people
        if person.pk != by.user_id
    ]
    # bulk_create is the ORM's way to say ON CONFLICT DO NOTHING.
    Notice.objects.bulk_create(told, ignore_conflicts=True)


def _leaves(person: User) -> MailState:
    """Whether it is to leave by mail: to who has an address, where mail is on."""
    wanted = settings.MAIL_HOST and person.email and person.is_active
    return MailState.WAITING if wanted else MailState.NONE


@transaction.atomic
def see(*, notices: Iterable[Notice], by: Author) -> int:
    """Mark as read what the person was shown; returns how many were new."""
    shown = Notice.objects.filter(pk__in=[notice.pk for notice in notices])
    own = shown.filter(person_id=by.user_id).unseen()
    return own.update(seen_at=clock.now())
