"""Every text field of every row, and how strictly it is screened.

The history of a row holds what the row held: it has no lines of its own.
"""

from phoihop.screening.classes import TextClass

_FREE, _LABEL = TextClass.FREE, TextClass.LABEL
_ALIAS, _HOLDER = TextClass.ALIAS, TextClass.OFFICE_HOLDER

ROW_PROSE = {
    "accounts.User.name": _HOLDER,
    "accounts.User.username": _HOLDER,
    "files.StoredFile.name": _FREE,
    "organisations.Alias.text": _ALIAS,
    "organisations.BodyListLine.aliases": _ALIAS,
    "organisations.BodyListLine.code": _ALIAS,
    "organisations.BodyListLine.name": _ALIAS,
    "organisations.BodyListLine.superior": _ALIAS,
    "organisations.BodyListLine.symbol": _ALIAS,
    "organisations.Channel.decision": _FREE,
    "organisations.Channel.name": _FREE,
    "organisations.Competence.basis": _FREE,
    "organisations.Designation.decision": _FREE,
    "organisations.Designation.text": _ALIAS,
    "organisations.FocalPoint.duty": _FREE,
    "organisations.Invitation.name": _HOLDER,
    "organisations.JointTerm.decision": _FREE,
    "organisations.OrganisationName.decision": _FREE,
    "organisations.OrganisationName.text": _ALIAS,
    "organisations.Succession.decision": _FREE,
    "organisations.Topic.code": _LABEL,
    "organisations.Topic.name": _LABEL,
    "programmes.Plan.title": _FREE,
    "programmes.Programme.title": _FREE,
    "programmes.Task.text": _FREE,
}

_CHOICE = "one of the choices, held by a check of the database"
_WORD = "a word of the code, written by an action only"
_HASH = "a hash or a random key"
_MADE = "made from another field of the row, which was screened"

# No prose: each with the reason why nothing that a person types gets in.
ROW_MACHINE = {
    "accounts.User.email": "a person's own mail address, given for notices only",
    "accounts.User.language": _CHOICE,
    "accounts.User.password": _HASH,
    "files.StoredFile.checked": _CHOICE,
    "files.StoredFile.kind": _CHOICE,
    "files.StoredFile.origin": _CHOICE,
    "files.StoredFile.sha256": _HASH,
    "jobs.Job.kind": _WORD,
    "jobs.Job.outcome": _WORD,
    "jobs.Job.role": _WORD,
    "jobs.Job.state": _CHOICE,
    "jobs.Job.worker": "the name and number of a process",
    "jobs.Timer.name": _WORD,
    "notices.Digest.state": _CHOICE,
    "notices.Notice.event": _WORD,
    "notices.Notice.kind": _WORD,
    "notices.Notice.mail": _CHOICE,
    "organisations.Alias.folded": _MADE,
    "organisations.BodyList.state": _CHOICE,
    "organisations.BodyListLine.faults": _WORD,
    "organisations.BodyListLine.level": _CHOICE,
    "organisations.BodyListLine.type": _CHOICE,
    "organisations.Channel.kind": _CHOICE,
    "organisations.Channel.url": "the registered address of a body's own channel",
    "organisations.Designation.compared": _MADE,
    "organisations.Designation.folded": _MADE,
    "organisations.Designation.kind": _CHOICE,
    "organisations.FocalPoint.mailbox": "the mailbox of an office, checked as one",
    "organisations.Invitation.kind": _CHOICE,
    "organisations.Invitation.role": _CHOICE,
    "organisations.Invitation.token_hash": _HASH,
    "organisations.Membership.role": _CHOICE,
    "organisations.Organisation.level": _CHOICE,
    "organisations.Organisation.type": _CHOICE,
    "organisations.OrganisationName.folded": _MADE,
    "organisations.OrganisationName.sort_key": _MADE,
    "organisations.Relation.kind": _CHOICE,
    "organisations.ScopeMember.place": _CHOICE,
    "organisations.Succession.kind": _CHOICE,
    "posts.Post.answer": "the key of the row that an action made",
    "posts.Post.fingerprint": _HASH,
    "posts.Post.route": "the path of a page, which numbers fill",
    "programmes.Party.role": _CHOICE,
    "programmes.Plan.state": _CHOICE,
    "programmes.PlanParty.role": _CHOICE,
    "scopes.Scope.kind": _CHOICE,
    "trail.Entry.commitment": _HASH,
    "trail.Entry.did": _WORD,
    "trail.Entry.hash": _HASH,
    "trail.Entry.kind": _WORD,
    "trail.Entry.previous": _HASH,
    "trail.Head.hash": _HASH,
    "trail.Payload.salt": _HASH,
    "trail.Payload.text": "facts of rows and reasons, each screened before",
}
