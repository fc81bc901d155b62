"""Bodies, their names and relations, their people, their places in circles."""

from phoihop.organisations.models.body_list import (
    BodyList,
    BodyListLine,
    BodyListLineVersion,
    BodyListVersion,
    ListState,
)
from phoihop.organisations.models.channel import Channel, ChannelKind, ChannelVersion
from phoihop.organisations.models.competence import Competence, CompetenceVersion
from phoihop.organisations.models.designation import (
    Designation,
    DesignationKind,
    DesignationVersion,
)
from phoihop.organisations.models.findable import holding
from phoihop.organisations.models.focal_point import FocalPoint, FocalPointVersion
from phoihop.organisations.models.invitation import (
    Invitation,
    InvitationKind,
    InvitationVersion,
)
from phoihop.organisations.models.joint_term import JointTerm, JointTermVersion
from phoihop.organisations.models.membership import Membership, MembershipVersion
from phoihop.organisations.models.name import (
    Alias,
    AliasVersion,
    OrganisationName,
    OrganisationNameVersion,
    name_of,
    place_of,
)
from phoihop.organisations.models.organisation import (
    Organisation,
    OrganisationLevel,
    OrganisationType,
    OrganisationVersion,
)
from phoihop.organisations.models.relation import (
    IN_A_GROUP,
    Relation,
    RelationKind,
    RelationVersion,
)
from phoihop.organisations.models.scope_member import ScopeMember, ScopeMemberVersion
from phoihop.organisations.models.succession import (
    Succession,
    SuccessionKind,
    SuccessionVersion,
)
from phoihop.organisations.models.topic import Topic, TopicVersion

__all__ = [
    "IN_A_GROUP",
    "Alias",
    "AliasVersion",
    "BodyList",
    "BodyListLine",
    "BodyListLineVersion",
    "BodyListVersion",
    "Channel",
    "ChannelKind",
    "ChannelVersion",
    "Competence",
    "CompetenceVersion",
    "Designation",
    "DesignationKind",
    "DesignationVersion",
    "FocalPoint",
    "FocalPointVersion",
    "Invitation",
    "InvitationKind",
    "InvitationVersion",
    "JointTerm",
    "JointTermVersion",
    "ListState",
    "Membership",
    "MembershipVersion",
    "Organisation",
    "OrganisationLevel",
    "OrganisationName",
    "OrganisationNameVersion",
    "OrganisationType",
    "OrganisationVersion",
    "Relation",
    "RelationKind",
    "RelationVersion",
    "ScopeMember",
    "ScopeMemberVersion",
    "Succession",
    "SuccessionKind",
    "SuccessionVersion",
    "Topic",
    "TopicVersion",
    "holding",
    "name_of",
    "place_of",
]
