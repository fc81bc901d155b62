"""The digest leaves: one letter a person and day, of what they may still read."""

import logging
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import override

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.formats import day as day_in_words
from phoihop.notices import leaving, post_office
from phoihop.notices.letters import BadAddress, Line, letter
from phoihop.notices.models import DigestState, Notice
from phoihop.notices.registry import Subject, found
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import actor_of, scoped
from phoihop.scopes.context import opened

log = logging.getLogger(__name__)

# What one letter tells of; what is more goes into tomorrow's.
MOST_NOTICES = 200


@dataclass
class Gone:
    """What became of the letters of one round."""

    sent: int = 0
    refused: int = 0
    unclear: int = 0
    withheld: int = 0
    # The mail server was not reached, or mail is off: everything waits.
    away: bool = False


def at_its_hour() -> Gone:
    """The round of the worker: from the hour of the day on that is set."""
    now = clock.now().astimezone(clock.VIETNAM)
    return send(on=now.date()) if now.hour >= settings.DIGEST_HOUR else Gone()


def send(*, on: date) -> Gone:
    """A letter to everybody who has something waiting and has had none today."""
    gone = Gone(unclear=leaving.call_unclear())
    if not settings.MAIL_HOST:
        gone.away = True
        return gone
    waiting = Notice.objects.waiting().without_letter_on(on)
    ids = waiting.values("person_id")
    for person in User.objects.filter(pk__in=ids).order_by("pk"):
        try:
            with override(person.language):
                _to(person, on, gone)
        except post_office.Away as away:
            # The others wait as well: the next round asks the server again.
            log.warning("The mail server is away (%s): the digest waits.", away)
            gone.away = True
            break
    return gone


def _to(person: User, on: date, gone: Gone) -> None:
    rows = Notice.objects.waiting().filter(person=person).order_by("pk")
    notices = list(rows[:MOST_NOTICES])
    subjects = _still_theirs(person, notices)
    lost = [notice.pk for notice in notices if notice.pk not in subjects]
    gone.withheld += leaving.withhold(notices=lost)
    lines = [Line(n, subjects[n.pk]) for n in notices if n.pk in subjects]
    if not lines:
        return
    with post_office.opened() as server:
        digest = leaving.claim(
            person_id=person.pk, day=on, notices=[line.notice.pk for line in lines]
        )
        if digest is None:
            return
        try:
            made = letter(person, on, lines, written=day_in_words(on))
            post_office.hand_over(server, made)
        except post_office.Away:
            leaving.take_back(digest=digest)
            raise
        except (post_office.RefusedByServer, BadAddress):
            log.warning("Digest %s: refused.", digest.pk)
            leaving.end(digest=digest, state=DigestState.REFUSED)
            gone.refused += 1
        except post_office.NoAnswer:
            log.warning("Digest %s: no answer, it may have arrived.", digest.pk)
            leaving.end(digest=digest, state=DigestState.UNCLEAR)
            gone.unclear += 1
        else:
            leaving.end(digest=digest, state=DigestState.SENT)
            gone.sent += 1


def _still_theirs(person: User, notices: list[Notice]) -> dict[int, Subject]:
    """What the person may read today, in any of the roles that hold today."""
    if not (person.is_active and person.email):
        return {}
    with opened([]):
        shown = found(person, notices)
    held = Membership.objects.active(clock.today()).filter(person=person)
    for membership in held.select_related("person", "organisation__desk"):
        rest = [notice for notice in notices if notice.pk not in shown]
        with scoped(actor_of(membership)):
            shown.update(found(person, rest))
    return shown
