"""Verbs on the files that a body keeps for itself, on its own desk."""

from datetime import date

from django.db import transaction

from phoihop.files import actions as files
from phoihop.files import examining
from phoihop.files.examining import Examined
from phoihop.files.models import StoredFile
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.refusals import NotAllowed
from phoihop.scopes.models import Scope


def examine(
    *, data: bytes, name: str, declared: bool = False, by: Actor, on: date
) -> Examined:
    """Look whether a file may come in, for somebody who may hand one in.

    Before the transaction and apart from it: it takes seconds. Nothing is kept.
    """
    _own_desk(by)
    return examining.examine(
        data, name=name, declared=declared, body=by.organisation_id
    )


def of_mail(*, data: bytes, name: str, by: Actor, on: date) -> list[tuple[bytes, str]]:
    """The files on an e-mail, for somebody who may hand one in; nothing is kept."""
    _own_desk(by)
    return examining.of_mail(data, name=name)


@transaction.atomic
def receive_file(*, examined: Examined, by: Actor, on: date) -> StoredFile:
    """Keep an examined file on the body's own desk."""
    desk = _own_desk(by)
    return files.receive(examined=examined, scope=desk, by=by, on=on)


def _own_desk(by: Actor) -> Scope:
    desk = by.organisation.desk if by.organisation else None
    require(by, Permission.FILE_RECEIVE, scope=desk)
    if desk is None:  # The operator, whose role has been refused above.
        raise NotAllowed("permission.not_member")
    return desk
