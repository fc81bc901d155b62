"""A ``Refused`` becomes a sentence, on the form it came from.

The transaction of the action is rolled back by then. The refused attempt is recorded
in a transaction of its own, a fresh scope is opened, and the same page runs again
with ``request.refused`` set: its form finds the sentence, keeps everything that was
typed, and renders. A page without a form gives way to a page with the sentence.
"""

import logging
import sys
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phoihop.pages.faults import database_refusal
from phoihop.refusals import NotAllowed, Refused, Stale
from phoihop.sentences import sentence
from phoihop.trail import actions as trail

log = logging.getLogger(__name__)

# What a person typed is shown again on a page without its form; never these.
NEVER_SHOWN = ("csrfmiddlewaretoken", "idempotency_key", "seen", "password", "next")


# Nobody acts, so nothing can be allowed.
NOBODY_IN = ("account.no_role", "account.signed_out")
# A link that was good once.
GONE = ("invitation.expired", "invitation.revoked", "invitation.used")

# What the machine refuses, not a rule: to be tried again, and no attempt at anything.
OF_THE_MACHINE = ("database.", "storage.")


def status_of(refused: Refused) -> int:
    """The HTTP status that says what kind of no it is."""
    if isinstance(refused, Stale):
        return 409
    if isinstance(refused, NotAllowed) or refused.code in NOBODY_IN:
        return 403
    if refused.code in GONE:
        return 410
    if refused.code == "account.locked":
        return 429
    return 503 if refused.code.startswith(OF_THE_MACHINE) else 422


def answer(request: Any, run: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a view; when it refuses, record the attempt and run it again to render.

    A form that is shown again because a field is wrong is a refusal as well (422),
    though none of an action's: nothing was attempted, so nothing is recorded, but
    that a text was held back at the gate.
    """
    try:
        response = run()
        if request.unfit:
            response.status_code = 422
            if request.held:
                _remember(request, request.held)
        return response
    except Refused as refused:
        request.refused = refused
    except (DatabaseError, InterfaceError) as error:
        refused_by_database = database_refusal(error)
        if refused_by_database is None:
            raise
        log.warning("Refused by the database: %s", refused_by_database.code)
        request.refused = refused_by_database
    _remember(request, request.refused.code)
    try:
        response = run()
    except (Refused, DatabaseError, InterfaceError):
        return page(request, request.refused)
    response.status_code = status_of(request.refused)
    return response


def _remember(request: Any, code: str) -> None:
    """Write the refused attempt into the trail, if the database can be written."""
    if code.startswith(OF_THE_MACHINE):
        return  # No attempt of a person's; and asking it again only waits again.
    try:
        trail.remember_refusal(
            by=request.actor,
            scope=request.actor.organisation.desk
            if request.actor.organisation
            else None,
            code=code,
            route=request.resolver_match.view_name,
        )
    except DatabaseError:
        log.warning("A refused attempt could not be recorded.")


def page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The sentence on a page of its own, with what was typed still readable."""
    context = {"sentence": sentence(refused), "typed": typed(request)}
    status = status_of(refused)
    return render(request, "refused.html", context, status=status)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What the person had typed, to copy: (field, text), without secrets."""
    return [
        (name, text)
        for name, texts in request.POST.lists()
        for text in texts
        if text.strip() and not name.startswith(NEVER_SHOWN)
    ]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from a page that is too old, or from elsewhere."""
    log.warning("CSRF: %s", reason)
    context = {"sentence": sentence(Refused("form.too_old")), "typed": typed(request)}
    return render(request, "refused.html", context, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Too much at once, or an address that this site does not answer to."""
    context = {"sentence": sentence(Refused("form.too_large")), "typed": []}
    return render(request, "refused.html", context, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same page whether a thing does not exist or is not yours to see."""
    return render(request, "not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke outside an action; nothing was stored half."""
    error = sys.exc_info()[1]
    known = None
    if isinstance(error, DatabaseError | InterfaceError):
        known = database_refusal(error)
    if known is not None:
        return page(request, known)
    context = {
        "sentence": _(
            "Hệ thống gặp lỗi khi làm việc này. Không có gì được lưu dở dang; lỗi đã "
            "được ghi lại cho người vận hành. Hãy thử lại; nếu vẫn lỗi, báo người "
            "vận hành hệ thống."
        ),
        "typed": typed(request),
    }
    return render(request, "refused.html", context, status=500)
