"""How a letter leaves once: claimed, handed over, and said to have gone, or not.

The claim is committed before the mail server is asked. Whoever is killed between the
two leaves a letter of which nobody knows whether it went: it is called unclear and
never sent again, since its notices stand on the page anyway.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction

from phoihop import clock
from phoihop.notices.models import Digest, DigestState, MailState, Notice

# Longer than the mail server is waited for, several times over.
LEAVES_WITHIN = timedelta(minutes=15)


@transaction.atomic
def claim(*, person_id: int, day: date, notices: Sequence[int]) -> Digest | None:
    """Take these notices into the letter of the day; None if somebody else has it."""
    mine = Digest(
        person_id=person_id,
        day=day,
        state=DigestState.LEAVING,
        claim=uuid4(),
        left_at=clock.now(),
    )
    # bulk_create is the ORM's way to say ON CONFLICT DO NOTHING.
    Digest.objects.bulk_create([mine], ignore_conflicts=True)
    held = Digest.objects.get(person_id=person_id, day=day)
    if held.claim != mine.claim:
        return None
    rows = Notice.objects.waiting().filter(pk__in=notices, person_id=person_id)
    rows.update(mail=MailState.LEAVING, digest=held)
    return held


@transaction.atomic
def end(*, digest: Digest, state: DigestState) -> None:
    """Say what became of the letter, and of the notices in it."""
    held = Digest.objects.filter(pk=digest.pk, state=DigestState.LEAVING)
    if not held.update(state=state):
        return
    # What was refused goes into tomorrow's letter.
    mail = {
        DigestState.SENT: MailState.SENT,
        DigestState.REFUSED: MailState.WAITING,
        DigestState.UNCLEAR: MailState.UNCLEAR,
    }[state]
    Notice.objects.filter(digest=digest, mail=MailState.LEAVING).update(mail=mail)


@transaction.atomic
def take_back(*, digest: Digest) -> None:
    """The mail server was not reached: as if the letter had never been begun."""
    rows = Notice.objects.filter(digest=digest, mail=MailState.LEAVING)
    rows.update(mail=MailState.WAITING, digest=None)
    Digest.objects.filter(pk=digest.pk, state=DigestState.LEAVING).delete()


def withhold(*, notices: Sequence[int]) -> int:
    """These are no longer the person's to read: they do not leave."""
    rows = Notice.objects.waiting().filter(pk__in=notices)
    return rows.update(mail=MailState.WITHHELD)


def call_unclear() -> int:
    """Letters whose sender did not come back; returns how many."""
    before = clock.now() - LEAVES_WITHIN
    lost = Digest.objects.filter(state=DigestState.LEAVING, left_at__lt=before)
    for digest in (found := list(lost)):
        end(digest=digest, state=DigestState.UNCLEAR)
    return len(found)


def how_many_unclear() -> int:
    """For the operator: letters of which nobody knows whether they came."""
    return Digest.objects.filter(state=DigestState.UNCLEAR).count()
