"""Every text field of every form, named at the form that declares it.

``pages.tasks.TaskFields.text`` stands for the field in each form that takes it over.
"""

from phoihop.screening.classes import TextClass

_FREE, _LABEL = TextClass.FREE, TextClass.LABEL
_ALIAS, _HOLDER = TextClass.ALIAS, TextClass.OFFICE_HOLDER

FORM_PROSE = {
    "pages.channels.ChannelForm.decision": _FREE,
    "pages.channels.ChannelForm.name": _FREE,
    "pages.competences.CompetenceForm.basis": _FREE,
    "pages.designations.DesignationForm.decision": _FREE,
    "pages.designations.DesignationForm.text": _ALIAS,
    "pages.directory.AccountForm.name": _HOLDER,
    "pages.directory.AccountForm.username": _HOLDER,
    "pages.directory.FoundForm.aliases": _ALIAS,
    "pages.directory.FoundForm.decision": _FREE,
    "pages.directory.FoundForm.name": _ALIAS,
    "pages.focal_points.FocalPointForm.duty": _FREE,
    "pages.invitations.InviteForm.name": _HOLDER,
    "pages.joining.JoinForm.username": _HOLDER,
    "pages.joint_groups.GroupForm.name": _ALIAS,
    "pages.joint_groups.TermForm.decision": _FREE,
    "pages.organisations.AliasForm.text": _ALIAS,
    "pages.organisations.RenameForm.decision": _FREE,
    "pages.organisations.RenameForm.name": _ALIAS,
    "pages.plans.PlanFields.title": _FREE,
    "pages.programmes.ProgrammeFields.title": _FREE,
    "pages.successions.SuccessionForm.decision": _FREE,
    "pages.tasks.TaskFields.text": _FREE,
    "pages.topics.TopicForm.code": _LABEL,
    "pages.topics.TopicForm.name": _LABEL,
    "pages.trail.PurposeForm.purpose": _FREE,
}

_FILTER = "narrows what is read; never stored"
_HASHED = "hashed or compared, never stored as typed"
_FILE = "bytes, read and screened in a process of their own before they are kept"
_SAMPLE = "the gallery of components, which stores nothing"

FORM_MACHINE = {
    "pages.accounts.SignInForm.password": _HASHED,
    "pages.accounts.SignInForm.username": "compared with the accounts, never stored",
    "pages.body_lists.ListForm.file": _FILE,
    "pages.channels.ChannelForm.url": "checked as the address of a registered channel",
    "pages.directory.AccountForm.email": "a person's own address, for notices only",
    "pages.directory.AccountForm.password": _HASHED,
    "pages.files.FileForm.file": _FILE,
    "pages.focal_points.FocalPointForm.mailbox": "the mailbox of an office",
    "pages.gallery.SampleFilter.words": _FILTER,
    "pages.gallery.SampleForm.note": _SAMPLE,
    "pages.gallery.SampleForm.title": _SAMPLE,
    "pages.organisations.NameFilter.ten": _FILTER,
    "pages.passwords.ChangeForm.password_old": _HASHED,
    "pages.passwords.NewPassword.password": _HASHED,
    "pages.passwords.NewPassword.password_again": _HASHED,
}
