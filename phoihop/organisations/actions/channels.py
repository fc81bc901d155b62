"""Verbs on the channels that are a body's own."""

from datetime import date

from django.db import transaction

from phoihop.organisations.directory_lock import hold_body, hold_directory
from phoihop.organisations.lifetimes import called, refuse_beyond_end
from phoihop.organisations.models import Channel, ChannelKind, Organisation
from phoihop.organisations.permissions import Actor, require
from phoihop.organisations.roles import Permission
from phoihop.organisations.rules import Span, first_overlap, links
from phoihop.refusals import Refused
from phoihop.trail.actions import record


@transaction.atomic
def register(
    *,
    body: Organisation,
    kind: ChannelKind,
    name: str,
    url: str,
    registered_on: date,
    decision: str,
    by: Actor,
    on: date,
) -> Channel:
    """Enter a channel that a decision names as the body's own.

    On any day an address is the channel of one body at most.
    """
    require(by, Permission.ORGANISATION_EDIT, scope=body.desk)
    link = _link(kind, url)
    if not decision.strip():
        raise Refused("channel.no_decision", field="decision")
    hold_directory()
    body = hold_body(body)
    span = Span(registered_on)
    refuse_beyond_end(body, span, field="registered_on", on=on)
    same = Channel.objects.filter(url=str(link)).select_related("organisation")
    held = {Span(row.registered_on, row.withdrawn_on): row for row in same}
    clash = first_overlap(span, held)
    if clash is not None:
        owner = called(held[clash].organisation, on)
        raise Refused("channel.taken", field="url", name=owner, start=clash.start)
    channel = Channel.objects.create(
        organisation=body,
        kind=kind,
        name=name,
        url=str(link),
        registered_on=registered_on,
        decision=decision,
    )
    record(
        by=by,
        scope=body.desk,
        did="channel.registered",
        on=channel,
        after=channel.facts(),
    )
    return channel


@transaction.atomic
def withdraw(
    *, channel: Channel, seen: int, withdrawn_on: date, by: Actor, on: date
) -> Channel:
    """The channel is no longer the body's own from this day on."""
    desk = channel.organisation.desk
    require(by, Permission.ORGANISATION_EDIT, scope=desk)
    if channel.withdrawn_on is not None and channel.withdrawn_on <= withdrawn_on:
        raise Refused("directory.already_ended", end=channel.withdrawn_on)
    if withdrawn_on <= channel.registered_on:
        start = channel.registered_on
        raise Refused("organisation.span_empty", field="withdrawn_on", start=start)
    before = channel.facts()
    channel.change(seen=seen, withdrawn_on=withdrawn_on)
    record(
        by=by,
        scope=desk,
        did="channel.withdrawn",
        on=channel,
        before=before,
        after=channel.facts(),
    )
    return channel


def _link(kind: ChannelKind, url: str) -> links.Link:
    """The address in its one form; raises for what cannot be a body's own channel."""
    link = links.link_of(url.strip())
    if link is None:
        raise Refused("channel.not_https", field="url")
    if not links.can_be_channel(link):
        raise Refused("channel.not_own", field="url")
    if not links.fits(kind, link):
        raise Refused("channel.other_kind", field="kind", kind=kind.label)
    return link
