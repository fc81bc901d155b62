"""Bodies, their names and relations, their people, their places in circles."""

from phoihop.organisations.models.membership import Membership, MembershipVersion
from phoihop.organisations.models.name import (
    Alias,
    AliasVersion,
    OrganisationName,
    OrganisationNameVersion,
    name_of,
)
from phoihop.organisations.models.organisation import (
    Organisation,
    OrganisationLevel,
    OrganisationType,
    OrganisationVersion,
)
from phoihop.organisations.models.relation import Relation, RelationVersion
from phoihop.organisations.models.scope_member import ScopeMember, ScopeMemberVersion

__all__ = [
    "Alias",
    "AliasVersion",
    "Membership",
    "MembershipVersion",
    "Organisation",
    "OrganisationLevel",
    "OrganisationName",
    "OrganisationNameVersion",
    "OrganisationType",
    "OrganisationVersion",
    "Relation",
    "RelationVersion",
    "ScopeMember",
    "ScopeMemberVersion",
    "name_of",
]
