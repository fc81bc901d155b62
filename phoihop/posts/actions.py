"""Doing once what was posted once or more."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction

from phoihop import clock
from phoihop.posts.models import Post
from phoihop.refusals import Refused


class Done(Protocol):
    """What an action gives back: a row with its key."""

    @property
    def pk(self) -> object: ...


def once(
    *, by: int, route: str, key: UUID, fingerprint: str, act: Callable[[], Done]
) -> str:
    """Run ``act`` unless this key already succeeded; give the first success's answer.

    ``by`` is the id of the account. The key's row is written first, in the same
    transaction as the action: a second post waits for the first (PostgreSQL at the
    unique key, SQLite at the write lock), then finds its answer. When ``act``
    raises, key and action are both rolled back: refusals are never stored.

    Raises ``Refused`` when the key succeeded with another content: the person went
    back to a form already sent and changed it.
    """
    with transaction.atomic():
        mine = Post(
            person_id=by,
            route=route,
            key=key,
            fingerprint=fingerprint,
            posted_at=clock.now(),
        )
        # bulk_create is the ORM's way to say ON CONFLICT DO NOTHING.
        Post.objects.bulk_create([mine], ignore_conflicts=True)
        first = Post.objects.get(person_id=by, route=route, key=key)
        if first.answer:
            if first.fingerprint != fingerprint:
                raise Refused("post.sent_with_other_content")
            return first.answer
        answer = str(act().pk)
        Post.objects.filter(pk=first.pk).update(answer=answer)
        return answer


def forget(*, before: datetime) -> int:
    """Delete keys older than ``before``; returns how many. No form lives that long."""
    deleted, _ = Post.objects.filter(posted_at__lt=before).delete()
    return deleted
