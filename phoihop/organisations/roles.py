"""Who may do what: one pure table for people, one for bodies in a circle.

An action asks ``permissions.require``; nothing else decides. docs/permissions.md is
made from this file and a test holds it to it.
"""

from enum import StrEnum


class Permission(StrEnum):
    """A verb that somebody must be allowed to do."""

    PROGRAMME_CREATE = "programme.create"
    PROGRAMME_EDIT = "programme.edit"
    PLAN_CREATE = "plan.create"
    PLAN_EDIT = "plan.edit"
    TASK_CREATE = "task.create"
    TASK_EDIT = "task.edit"
    PROGRESS_REPORT = "progress.report"
    TASK_ACCEPT = "task.accept"
    READING_REVIEW = "reading.review"
    REVIEW_WRITE = "review.write"
    ORGANISATION_EDIT = "organisation.edit"
    MEMBERSHIP_MANAGE = "membership.manage"
    FILE_RECEIVE = "file.receive"
    TRAIL_EXPORT = "trail.export"
    TRAIL_ERASE = "trail.erase"
    TRAIL_VERIFY = "trail.verify"
    JOB_RETRY = "job.retry"
    DIRECTORY_MANAGE = "directory.manage"
    ACCOUNT_OPEN = "account.open"


P = Permission


class Role(StrEnum):
    """What a person is in a body (or, for the operator, in the installation)."""

    OFFICER = "officer"
    LEADER = "leader"
    DEPUTY = "deputy"
    ADMIN = "admin"
    OBSERVER = "observer"
    AUDITOR = "auditor"
    OPERATOR = "operator"


class Place(StrEnum):
    """What a body is in a circle."""

    STANDING = "standing"
    MEMBER = "member"


_DRAFTING = frozenset(
    {
        P.PROGRAMME_CREATE,
        P.PROGRAMME_EDIT,
        P.PLAN_CREATE,
        P.PLAN_EDIT,
        P.TASK_CREATE,
        P.TASK_EDIT,
        P.PROGRESS_REPORT,
        P.TASK_ACCEPT,
        P.FILE_RECEIVE,
        P.READING_REVIEW,
        P.REVIEW_WRITE,
    }
)

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.OFFICER: _DRAFTING,
    # Erasing takes two people: a leader and the body's admin (oversight.erase).
    Role.LEADER: _DRAFTING | {P.TRAIL_ERASE},
    # Stands in for the leader between two dates, which the membership must have;
    # what cannot be taken back is not lent.
    Role.DEPUTY: _DRAFTING,
    Role.ADMIN: frozenset({P.MEMBERSHIP_MANAGE, P.ORGANISATION_EDIT, P.TRAIL_ERASE}),
    Role.OBSERVER: frozenset(),
    Role.AUDITOR: frozenset({P.TRAIL_EXPORT}),
    # Runs the installation: the directory of bodies and the accounts, no content.
    Role.OPERATOR: frozenset(
        {
            P.DIRECTORY_MANAGE,
            P.ACCOUNT_OPEN,
            P.MEMBERSHIP_MANAGE,
            P.ORGANISATION_EDIT,
            P.TRAIL_VERIFY,
            P.JOB_RETRY,
        }
    ),
}

# Held for the installation as a whole: no circle is asked.
WITHOUT_CIRCLE = frozenset(
    {P.DIRECTORY_MANAGE, P.ACCOUNT_OPEN, P.TRAIL_VERIFY, P.JOB_RETRY}
)

IN_CIRCLE: dict[Place, frozenset[Permission]] = {
    Place.STANDING: frozenset(Permission) - WITHOUT_CIRCLE,
    Place.MEMBER: frozenset(
        {P.TASK_CREATE, P.TASK_EDIT, P.PROGRESS_REPORT, P.TASK_ACCEPT}
    ),
}


def role_grants(role: Role, permission: Permission) -> bool:
    """Whether a person of this role may do it at all."""
    return permission in GRANTS[role]


def place_allows(place: Place, permission: Permission) -> bool:
    """Whether a body at this place in a circle may do it there."""
    return permission in IN_CIRCLE[place]
