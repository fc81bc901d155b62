"""Holding a role: what must be so of one before it is given, and the writing of it.

Shared by the verbs that end in somebody having a role: giving one, and accepting an
invitation to one. They ask for the permission, run the transaction and record.
"""

from phoihop.accounts.models import User
from phoihop.organisations.models import Membership, Organisation
from phoihop.organisations.roles import Role
from phoihop.organisations.rules import Span, first_overlap
from phoihop.refusals import Refused


def check_role(*, role: Role, body: Organisation | None, span: Span) -> None:
    """Raise ``Refused`` where no person could hold this role in this body then.

    The operator's role is in no body; a deputy must have an end.
    """
    if (body is None) != (role is Role.OPERATOR):
        raise Refused("membership.operator_without_body", field="role")
    if role is Role.DEPUTY and span.end is None:
        raise Refused("membership.deputy_needs_end", field="until")
    if span.is_empty():
        raise Refused("membership.span_empty", field="until", start=span.start)


def hold_role(
    *, person: User, body: Organisation | None, role: Role, span: Span
) -> Membership:
    """Write the membership; the same role twice on one day is refused."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    held = Membership.objects.filter(person=person, organisation=body, role=role)
    if first_overlap(span, [Span(m.since, m.until) for m in held]) is not None:
        raise Refused("membership.overlaps", field="since", name=person.name)
    return Membership.objects.create(
        person=person, organisation=body, role=role, since=span.start, until=span.end
    )
