"""The limit on attempts at the doors of signing in: axes asks here, and is told here.

axes hooks into Django's ``authenticate``: before it, it asks whether this address may
try this name; after it, it reports what came of it. The counting itself, and what is
kept, is in ``accounts.attempts``.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from axes.handlers.base import AxesHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from phoihop import clock
from phoihop.accounts import attempts
from phoihop.accounts.models import User
from phoihop.refusals import Refused

# An address that nobody has.
NOWHERE = str(IPv4Address(0))


class Attempts(AxesHandler):  # type: ignore[misc]  # axes says nothing of its types
    """The handler of axes that keeps its counts in the database, for all workers."""

    def is_locked(self, request: Any, credentials: Any = None) -> bool:
        """Whether this try may not be made."""
        return is_locked(request, (credentials or {}).get("username") or "")

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: Any = None,
        **kwargs: Any,
    ) -> None:
        """Count a wrong try; one that was not allowed counts no further."""
        if request is None or request.axes_locked_out:
            return
        name = credentials.get("username") or ""
        attempts.note(name=name, address=address_of(request), at=clock.now())
        request.axes_locked_out = is_locked(request, name)

    def user_logged_in(
        self, sender: Any, request: Any, user: User, **kwargs: Any
    ) -> None:
        """Whoever got in has forgotten nothing: their own wrong tries are dropped."""
        attempts.clear(name=user.username, address=address_of(request))

    def post_save_access_attempt(self, instance: Any, **kwargs: Any) -> None:
        """axes tells of its rows; there is nothing to do."""

    def post_delete_access_attempt(self, instance: Any, **kwargs: Any) -> None:
        """The same."""


def is_locked(request: HttpRequest, name: str) -> bool:
    """Whether this browser may not try this name (or link) now."""
    return attempts.is_locked(name=name, address=address_of(request), at=clock.now())


def note(request: HttpRequest, name: str) -> None:
    """Tell of a wrong try that ``authenticate`` did not see."""
    AxesProxyHandler.user_login_failed(__name__, {"username": name}, request)


def require_open(request: HttpRequest, name: str) -> None:
    """Go on only if this try may be made, where ``authenticate`` is not called."""
    if is_locked(request, name):
        request.axes_locked_out = True  # type: ignore[attr-defined]  # as axes does
        raise locked()


def was_locked(request: HttpRequest) -> bool:
    """Whether a try of this request met a lock, or closed it."""
    return bool(getattr(request, "axes_locked_out", False))


def locked() -> Refused:
    """What is said where a try may not be made: the same for every name."""
    minutes = int(attempts.COOL_OFF.total_seconds()) // 60
    return Refused("account.locked", minutes=minutes)


def told(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer, with the status of "too many" where that is why it says no."""
    if was_locked(request):
        response.status_code = 429
        response.headers["Retry-After"] = str(int(attempts.COOL_OFF.total_seconds()))
    return response


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: the peer, or what our own proxies say of theirs.

    Each proxy writes at the right end of X-Forwarded-For whom it heard; further left
    stands what anybody may have written. Of an IPv6 address the network is taken:
    one line has 2⁶⁴ of them.
    """
    heard = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.PROXIES <= len(forwarded):
        heard = forwarded[-settings.PROXIES]
    try:
        found = ip_address(heard.strip())
    except ValueError:
        return NOWHERE
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Address(int(found) >> 64 << 64))


def as_rendered(
    request: HttpRequest, response: HttpResponse, credentials: object
) -> HttpResponse:
    """For the middleware of axes: our page has said it already."""
    return response


def no_name(*said: object) -> str:
    """For the log of axes: nothing of who tried what."""
    return "-"
