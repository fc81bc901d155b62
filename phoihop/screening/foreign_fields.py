"""Text fields of tables that other packages bring, each with what is let into it."""

_DJANGO = "written by Django from the names of models"
_UNUSED = "a table of django-allauth or Django that no action writes"
_AXES = "django-axes: only a keyed hash of the name that was tried is written"
_EMPTY = "django-axes: left empty by phoihop.accounts.attempts"
_TASK = "django-tasks: the path of a function, its numbers, how it ended"

FOREIGN_MACHINE = {
    "account.EmailAddress.email": _UNUSED,
    "account.EmailConfirmation.key": _UNUSED,
    "auth.Group.name": _UNUSED,
    "auth.Permission.codename": _DJANGO,
    "auth.Permission.name": _DJANGO,
    "axes.AccessAttempt.get_data": _EMPTY,
    "axes.AccessAttempt.http_accept": _EMPTY,
    "axes.AccessAttempt.ip_address": "counted for a quarter of an hour, then deleted",
    "axes.AccessAttempt.path_info": _EMPTY,
    "axes.AccessAttempt.post_data": _EMPTY,
    "axes.AccessAttempt.user_agent": _EMPTY,
    "axes.AccessAttempt.username": _AXES,
    "axes.AccessFailureLog.http_accept": _UNUSED,
    "axes.AccessFailureLog.ip_address": _UNUSED,
    "axes.AccessFailureLog.path_info": _UNUSED,
    "axes.AccessFailureLog.user_agent": _UNUSED,
    "axes.AccessFailureLog.username": _UNUSED,
    "axes.AccessLog.http_accept": _UNUSED,
    "axes.AccessLog.ip_address": _UNUSED,
    "axes.AccessLog.path_info": _UNUSED,
    "axes.AccessLog.session_hash": _UNUSED,
    "axes.AccessLog.user_agent": _UNUSED,
    "axes.AccessLog.username": _UNUSED,
    "contenttypes.ContentType.app_label": _DJANGO,
    "contenttypes.ContentType.model": _DJANGO,
    "django_tasks_database.DBTaskResult.args_kwargs": _TASK,
    "django_tasks_database.DBTaskResult.backend_name": _TASK,
    "django_tasks_database.DBTaskResult.exception_class_path": _TASK,
    "django_tasks_database.DBTaskResult.queue_name": _TASK,
    "django_tasks_database.DBTaskResult.return_value": _TASK,
    "django_tasks_database.DBTaskResult.status": _TASK,
    "django_tasks_database.DBTaskResult.task_path": _TASK,
    "django_tasks_database.DBTaskResult.traceback": _TASK,
    "django_tasks_database.DBTaskResult.worker_ids": _TASK,
    "sessions.Session.session_data": "who is signed in and in which role, signed",
    "sessions.Session.session_key": "a random key",
}

# Columns whose names the deny list knows, and why they may stand.
NAMED_ALLOWED = {
    "account_emailaddress.email": _UNUSED,
    "account_emailconfirmation.email_address_id": _UNUSED,
    "accounts_user.email": "a person's own mail address, given for notices only",
    "accounts_user.username": "the name that a person in office signs in with",
    "axes_accessattempt.ip_address": "against guessing; deleted after a quarter hour",
    "axes_accessattempt.user_agent": _EMPTY,
    "axes_accessattempt.username": _AXES,
    "axes_accessfailurelog.ip_address": _UNUSED,
    "axes_accessfailurelog.user_agent": _UNUSED,
    "axes_accessfailurelog.username": _UNUSED,
    "axes_accesslog.ip_address": _UNUSED,
    "axes_accesslog.user_agent": _UNUSED,
    "axes_accesslog.username": _UNUSED,
    "pages.accounts.SignInForm.username": "compared with the accounts, never stored",
    "pages.directory.AccountForm.email": "a person's own address, for notices only",
    "pages.directory.AccountForm.username": "the name that a person signs in with",
    "pages.joining.JoinForm.username": "the name that a person signs in with",
    "posts_post.fingerprint": "of a form's content, keyed; nobody's finger",
}
