"""Who is in the province of the isolation tests, and what they agreed on: plain lists.

Four programmes between six bodies, each plan narrower than its programme; in every
body one person of each role. Nothing here asks the product: who may see what is
worked out from these lists alone, so that the product can be held against them.
"""

from dataclasses import dataclass
from functools import cache

from phoihop.organisations.roles import Role

BODIES = ("B1", "B2", "B3", "B4", "B5", "B6")
BODY_ROLES = (
    Role.OFFICER,
    Role.LEADER,
    Role.DEPUTY,
    Role.ADMIN,
    Role.OBSERVER,
    Role.AUDITOR,
)


@dataclass(frozen=True)
class Draft:
    """A plan of a programme: the standing body and some of the other parties."""

    key: str
    partners: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """A programme: its standing body, the other parties, its plans."""

    key: str
    standing: str
    members: tuple[str, ...]
    plans: tuple[Draft, ...]


AGREEMENTS = (
    Agreement(
        "P1",
        standing="B1",
        members=("B2", "B3", "B4"),
        plans=(Draft("A", ("B2",)), Draft("B", ("B3", "B4"))),
    ),
    Agreement("P2", standing="B2", members=("B3", "B5"), plans=(Draft("A", ("B3",)),)),
    Agreement(
        "P3",
        standing="B5",
        members=("B1", "B6"),
        plans=(Draft("A", ("B6",)), Draft("B", ("B1",))),
    ),
    Agreement("P4", standing="B6", members=("B4", "B2"), plans=(Draft("A", ("B4",)),)),
)


@cache
def circles() -> dict[str, frozenset[str]]:
    """Every circle with the bodies in it: desks, programmes, plans."""
    found = {body: frozenset({body}) for body in BODIES}
    for agreement in AGREEMENTS:
        standing = agreement.standing
        found[agreement.key] = frozenset({standing, *agreement.members})
        for plan in agreement.plans:
            circle = frozenset({standing, *plan.partners})
            found[f"{agreement.key}-{plan.key}"] = circle
    return found


def standing_in(circle: str) -> str:
    """The body that leads a circle; of a desk, the body itself."""
    leads = {agreement.key: agreement.standing for agreement in AGREEMENTS}
    return leads.get(circle.split("-", maxsplit=1)[0], circle)


@dataclass(frozen=True)
class Part:
    """A person as one who asks for pages: for which body, in which role.

    ``role`` is None for whoever holds none today: nobody signed in, a person whose
    role has ended, a deputy out of dates. ``account`` is the name they sign in with.
    """

    key: str
    account: str
    body: str | None
    role: Role | None

    @property
    def is_operator(self) -> bool:
        """Whether this is who runs the installation."""
        return self.role is Role.OPERATOR

    def __str__(self) -> str:
        return self.key


def account_of(body: str, role: Role) -> str:
    """The account of the person who has this role in this body."""
    return f"{body}-{role}".lower()


ANONYMOUS = Part("anonymous", account="", body=None, role=None)
OPERATOR = Part("operator", account="operator", body=None, role=Role.OPERATOR)
# Of B3: an officer whose role was taken back, a deputy for a time that is over.
FORMER = Part("B3-former", account="b3-former", body=None, role=None)
LATE = Part("B3-late-deputy", account="b3-late", body=None, role=None)
# One account with a role in each of two bodies, seen while acting in either.
TWICE_HERE = Part("B1-of-two", account="two-bodies", body="B1", role=Role.OFFICER)
TWICE_THERE = Part("B4-of-two", account="two-bodies", body="B4", role=Role.OBSERVER)

IN_BODIES = tuple(
    Part(f"{body}-{role}", account_of(body, role), body, role)
    for body in BODIES
    for role in BODY_ROLES
)
WITHOUT_ROLE = (ANONYMOUS, FORMER, LATE)
PARTS = (*IN_BODIES, TWICE_HERE, TWICE_THERE, OPERATOR, *WITHOUT_ROLE)


@cache
def bodies_of(account: str) -> frozenset[str]:
    """The bodies in which this account has or had a role."""
    if account in (FORMER.account, LATE.account):
        return frozenset({"B3"})
    held = (p.body for p in PARTS if p.account == account and p.body)
    return frozenset(held)


@cache
def named_to_all() -> frozenset[str]:
    """Who holds a duty of their body: everybody is told whom to turn to."""
    return frozenset(account_of(body, Role.ADMIN) for body in BODIES)


@cache
def accounts() -> tuple[str, ...]:
    """Every account, once."""
    return tuple(dict.fromkeys(part.account for part in PARTS if part.account))
