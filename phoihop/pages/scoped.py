"""Which door a page stands behind; the actor and the open scope around it.

Every view carries exactly one of these marks, and ``classified`` refuses to serve a
view without (a test finds it before):

``@public``     no account needed; nothing scoped can be read.
``@signed_in``  an account and a role are needed; nothing scoped can be read.
``@scoped_page``  the same, and the circles of the actor's body are open.
``@operator``   the operator's role is needed; to anybody else it is not there (404).
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
)

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.notices.models import Notice
from phoihop.organisations.models import Membership, ScopeMember, name_of
from phoihop.organisations.permissions import Actor, actor_of, scoped
from phoihop.organisations.roles import Role
from phoihop.pages import refusals
from phoihop.refusals import Refused

P = ParamSpec("P")
ACTING_AS = "acting_as"
# Pages are read and forms are posted; nothing here answers to any other method.
METHODS = ("GET", "HEAD", "POST")


class Access(StrEnum):
    """Who a page is for."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    SCOPED = "scoped"
    OPERATOR = "operator"


class Request(HttpRequest):
    """A request behind a door: who acts, and what its form came to.

    ``refused`` is the refusal being rendered, if any; ``unfit`` says that the form
    posted has a wrong field, and ``held`` by which code when it may not come in.
    """

    user: User
    actor: Actor
    memberships: list[Membership]
    refused: Refused | None
    unfit: bool
    held: str


View = Callable[Concatenate[Request, P], HttpResponse]
Door = Callable[Concatenate[HttpRequest, P], HttpResponse]


def public(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Door[P]:
    """A page for anybody."""
    view.access = Access.PUBLIC  # type: ignore[attr-defined]  # a mark on a function
    return view


def signed_in(view: View[P]) -> Door[P]:
    """A page for anybody with an account and a role."""
    return _door(view, Access.SIGNED_IN)


def scoped_page(view: View[P]) -> Door[P]:
    """A page that reads what the actor's circles hold."""
    return _door(view, Access.SCOPED)


def operator(view: View[P]) -> Door[P]:
    """A page of the installation's operator."""
    return _door(view, Access.OPERATOR)


def _door(view: View[P], access: Access) -> Door[P]:
    @wraps(view)
    def opened(
        request: HttpRequest, /, *args: P.args, **path: P.kwargs
    ) -> HttpResponse:
        if isinstance(request.user, User):
            return _behind(request, view, access, *args, **path)
        if refusals.typed(request):
            # The session ended while the person was writing: they keep the text.
            return refusals.page(request, Refused("account.signed_out"))
        return redirect_to_login(request.get_full_path())

    opened.access = access  # type: ignore[attr-defined]  # a mark on a function
    return opened


def _behind(
    request: Any, view: View[P], access: Access, *args: P.args, **path: P.kwargs
) -> HttpResponse:
    """Find the actor, open the scope, run the view; render what it refuses."""
    request.refused, request.unfit, request.held = None, False, ""
    request.memberships = memberships_of(request.user)
    chosen = _chosen(request)
    if chosen is None:
        # The last role has run out: this session is of no use to anybody.
        logout(request)
        return refusals.page(request, Refused("account.no_role"))
    request.actor = actor_of(chosen)
    if access is Access.OPERATOR and request.actor.role is not Role.OPERATOR:
        raise Http404

    def run() -> HttpResponse:
        if access is not Access.SCOPED:
            return view(request, *args, **path)
        with scoped(request.actor):
            return view(request, *args, **path)

    return refusals.answer(request, run)


def memberships_of(user: User) -> list[Membership]:
    """The person's roles that hold today, with the names of their bodies."""
    return list(_memberships(clock.today()).filter(person=user))


@lru_cache(maxsize=2)
def _memberships(on: date) -> QuerySet[Membership]:
    """Everybody's roles on this day: put together once a day, narrowed at each request.

    It stands before every page, and making it costs more than asking it.
    """
    named = Membership.objects.active(on).annotate(
        organisation_name=name_of("organisation_id", on), unseen=_unseen(on)
    )
    return named.select_related("organisation", "organisation__desk").order_by("pk")


def _unseen(on: date) -> Coalesce:
    """How many notices the person has not read, in the circles of each body of theirs.

    Within the query for the memberships, so that the frame asks nothing of its own.
    """
    circles = ScopeMember.objects.active(on).filter(
        organisation_id=OuterRef(OuterRef("organisation_id"))
    )
    here = Q(scope=None) | Q(scope_id__in=circles.values("scope_id"))
    own = Notice.objects.unseen().filter(here, person_id=OuterRef("person_id"))
    counted = own.order_by().values("person_id").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


def _chosen(request: Any) -> Membership | None:
    """The membership that the person acts in: the session's, else the first."""
    wanted = request.session.get(ACTING_AS)
    held: list[Membership] = request.memberships
    for membership in held:
        # Saves a query: the person is the one who is signed in.
        membership.person = request.user
    return next((m for m in held if m.pk == wanted), held[0] if held else None)


def classified(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Middleware: a view without a mark is never served."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(
        request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not isinstance(getattr(view, "access", None), Access):
            name = f"{view.__module__}.{view.__qualname__}"
            raise ImproperlyConfigured(f"{name} does not say who it is for.")
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return None

    middleware.process_view = process_view  # type: ignore[attr-defined]  # Django's hook
    return middleware
