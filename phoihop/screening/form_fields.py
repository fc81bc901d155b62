"""Every text field of every form, named at the form that declares it.

``pages.task_forms.TaskFields.text`` stands for the field in each form that takes it
over.
"""

from phoihop.screening.classes import TextClass

_FREE, _LABEL = TextClass.FREE, TextClass.LABEL
_PAPER = TextClass.PAPER
_ALIAS, _HOLDER = TextClass.ALIAS, TextClass.OFFICE_HOLDER

FORM_PROSE = {
    "pages.channels.ChannelForm.decision": _FREE,
    "pages.channels.ChannelForm.name": _FREE,
    "pages.competences.CompetenceForm.basis": _FREE,
    "pages.confirming.ConfirmForm.number": _FREE,
    "pages.confirming.ConfirmForm.others": _ALIAS,
    "pages.confirming.ConfirmForm.programme_title": _FREE,
    "pages.confirming.ConfirmForm.title": _FREE,
    "pages.designations.DesignationForm.decision": _FREE,
    "pages.designations.DesignationForm.text": _ALIAS,
    "pages.directory.AccountForm.name": _HOLDER,
    "pages.directory.AccountForm.username": _HOLDER,
    "pages.directory.FoundForm.aliases": _ALIAS,
    "pages.directory.FoundForm.decision": _FREE,
    "pages.directory.FoundForm.name": _ALIAS,
    "pages.documents.ReceiveForm.text": _PAPER,
    "pages.documents.ReceiveForm.title": _PAPER,
    "pages.draft_forms.ClauseForm.number": _PAPER,
    "pages.draft_forms.ClauseForm.text": _PAPER,
    "pages.draft_forms.DayForm.text": _PAPER,
    "pages.draft_forms.MeetingForm.chair": _PAPER,
    "pages.draft_forms.MeetingForm.date": _PAPER,
    "pages.draft_forms.MeetingForm.kind": _PAPER,
    "pages.draft_forms.MeetingForm.place": _PAPER,
    "pages.draft_forms.NameForm.text": _PAPER,
    "pages.draft_forms.PeriodForm.first": _PAPER,
    "pages.draft_forms.PeriodForm.last": _PAPER,
    "pages.draft_forms.ReferenceForm.date": _PAPER,
    "pages.draft_forms.ReferenceForm.number": _PAPER,
    "pages.draft_forms.ReferenceForm.text": _PAPER,
    "pages.draft_forms.ReferenceForm.type": _PAPER,
    "pages.draft_forms.TaskForm.due_words": _PAPER,
    "pages.draft_forms.TaskForm.lead": _PAPER,
    "pages.draft_forms.TaskForm.supporting": _PAPER,
    "pages.draft_forms.TaskForm.text": _PAPER,
    "pages.draft_forms.WordsForm.text": _PAPER,
    "pages.draft_forms.SignerForm.name": _PAPER,
    "pages.draft_forms.SignerForm.position": _PAPER,
    "pages.dues.DueFields.due_note": _FREE,
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
    "pages.reviews.JudgementFields.text": _FREE,
    "pages.reviews.LeavingFields.office": _FREE,
    "pages.reviews.LeavingFields.place": _FREE,
    "pages.reviews.LeavingFields.recipients": _FREE,
    "pages.reporting.ReportForm.count_text": _FREE,
    "pages.reporting.ReportForm.link_text": _FREE,
    "pages.reporting.ReportForm.note": _FREE,
    "pages.reporting.ReportForm.paper": _FREE,
    "pages.reporting.ReportForm.paper_text": _FREE,
    "pages.reporting.ReturnForm.reason": _FREE,
    "pages.successions.SuccessionForm.decision": _FREE,
    "pages.supports.FinishForm.paper": _FREE,
    "pages.supports.SupportFields.deliverable": _FREE,
    "pages.task_acts.ReasonForm.reason": _FREE,
    "pages.task_forms.TaskFields.text": _FREE,
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
    "pages.documents.ReceiveForm.file": _FILE,
    "pages.drafts.BodyFilter.cho": _FILTER,
    "pages.drafts.BodyFilter.ten": _FILTER,
    "pages.dues.DueFields.due_value": "read as a span of the calendar or refused",
    "pages.files.FileForm.file": _FILE,
    "pages.focal_points.FocalPointForm.mailbox": "the mailbox of an office",
    "pages.gallery.SampleFilter.words": _FILTER,
    "pages.gallery.SampleForm.note": _SAMPLE,
    "pages.gallery.SampleForm.title": _SAMPLE,
    "pages.organisations.NameFilter.ten": _FILTER,
    "pages.passwords.ChangeForm.password_old": _HASHED,
    "pages.passwords.NewPassword.password": _HASHED,
    "pages.passwords.NewPassword.password_again": _HASHED,
    "pages.task_sheets.SheetForm.file": _FILE,
    "pages.reporting.ReportForm.file": _FILE,
    "pages.reporting.ReportForm.link": "checked as an official address or own channel",
}
