"""Wrong tries at a door, counted: how many, by whom, from where.

A row of axes holds the least that counting takes: a keyed hash of the name that was
tried, the address, a number and an instant. Nothing that was typed is kept, since
people type passwords into the field of the name.
"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.db import transaction
from django.db.models import F, Q, Sum
from django.utils.crypto import salted_hmac

# A try is forgotten after this time, and with it a lock.
COOL_OFF = timedelta(minutes=15)
# Wrong tries at one name from one address.
OF_PAIR = 5
# Wrong tries from one address, whatever the name: an office may share one address.
OF_ADDRESS = 50
# Wrong tries at one name from anywhere. From then on an address has one try at it
# instead of five: a stranger can slow a person down nowhere but at his own address.
OF_NAME, OF_PAIR_THEN = 30, 1

SALT = "phoihop.accounts.attempts"


def hash_of_name(name: str) -> str:
    """What a name is counted under; it says nothing to whoever has no secret key."""
    return salted_hmac(SALT, name.strip().lower(), algorithm="sha256").hexdigest()


def is_locked(*, name: str, address: str, at: datetime) -> bool:
    """Whether this address may not try this name at this instant."""
    tried = Q(username=hash_of_name(name))
    here = Q(ip_address=address)
    fresh = AccessAttempt.objects.filter(tried | here, attempt_time__gt=at - COOL_OFF)
    sums = fresh.aggregate(
        pair=Sum("failures_since_start", filter=tried & here, default=0),
        name=Sum("failures_since_start", filter=tried, default=0),
        address=Sum("failures_since_start", filter=here, default=0),
    )
    of_pair = OF_PAIR if sums["name"] < OF_NAME else OF_PAIR_THEN
    return bool(sums["pair"] >= of_pair or sums["address"] >= OF_ADDRESS)


@transaction.atomic
def note(*, name: str, address: str, at: datetime) -> None:
    """Count one wrong try."""
    rows = AccessAttempt.objects.select_for_update()
    row, made = rows.get_or_create(
        username=hash_of_name(name),
        ip_address=address,
        user_agent="",
        defaults={"failures_since_start": 1},
    )
    if made:
        return
    stale = row.attempt_time <= at - COOL_OFF
    AccessAttempt.objects.filter(pk=row.pk).update(
        failures_since_start=1 if stale else F("failures_since_start") + 1,
        attempt_time=at,
    )


def clear(*, name: str, address: str) -> None:
    """Forget the wrong tries of a person who has got in, at their own address."""
    mine = AccessAttempt.objects.filter(username=hash_of_name(name), ip_address=address)
    mine.delete()


def forget(*, before: datetime) -> int:
    """Delete the tries of before this instant; returns how many rows."""
    deleted, _ = AccessAttempt.objects.filter(attempt_time__lt=before).delete()
    return int(deleted)
