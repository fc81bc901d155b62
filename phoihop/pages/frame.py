"""What the frame around every page shows: who acts, for which body, where to go."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.models import Membership
from phoihop.organisations.models.membership import ROLE_LABELS
from phoihop.organisations.roles import Role

# What stands at another address than its place: a plan hangs from its programme.
ALSO_UNDER = {
    "desk": ("/tep/", "/van-ban/", "/ban-xac-nhan/"),
    "programmes": ("/ke-hoach/", "/bang-nhiem-vu/"),
    "organisations": (
        "/danh-ba/",
        "/vai-tro/",
        "/loi-moi-da-gui/",
        "/ky-hieu/",
        "/kenh/",
        "/dau-moi/",
    ),
}


@dataclass(frozen=True)
class FramePlace:
    """One of the places at the left."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class FrameMembership:
    """One of the bodies that the person may act for."""

    pk: int
    label: str
    current: bool


@dataclass(frozen=True)
class FrameActor:
    """Who acts, in words."""

    user: User
    organisation_name: str
    role: str


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of every template; a page behind a door also gets the actor."""
    context: dict[str, Any] = {
        "language": get_language(),
        "today": clock.today(),
    }
    actor = getattr(request, "actor", None)
    if actor is None or actor.user is None:
        return context
    # The door that found the actor wrote them there.
    held: list[Membership] = request.memberships  # type: ignore[attr-defined]
    current = next(m for m in held if _is(m, actor))
    return {
        **context,
        "actor": FrameActor(actor.user, _body(current), _role(current)),
        "memberships": [
            FrameMembership(m.pk, f"{_body(m)} – {_role(m)}", m is current)
            for m in held
        ],
        "places": _places(request, actor.role),
        # Counted with the memberships, by the door.
        "unseen": current.unseen,  # type: ignore[attr-defined]  # annotated
    }


def _is(membership: Membership, actor: Any) -> bool:
    return (membership.organisation_id, membership.role) == (
        actor.organisation_id,
        actor.role,
    )


def _body(membership: Membership) -> str:
    if membership.organisation_id is None:
        return _("Hệ thống Phối Hợp")
    return str(membership.organisation_name)  # type: ignore[attr-defined]  # annotated


def _role(membership: Membership) -> str:
    return str(ROLE_LABELS[Role(membership.role)])


def _places(request: HttpRequest, role: Role) -> list[FramePlace]:
    """The places that stand so far; the operator sees the directory alone."""
    content = [
        (_("Bàn làm việc"), "desk"),
        (_("Chương trình"), "programmes"),
        (_("Nhiệm vụ"), "tasks"),
        (_("Báo cáo"), "reviews"),
    ]
    directory = [(_("Đơn vị"), "organisations")]
    own = [(_("Nhật ký"), "trail")] if role is not Role.OPERATOR else []
    background = [(_("Việc nền"), "jobs")]
    shown = directory if role is Role.OPERATOR else content + directory + own
    shown = shown + background
    return [
        FramePlace(label, reverse(name), _lies_under(request.path, name))
        for label, name in shown
    ]


def _lies_under(path: str, name: str) -> bool:
    """Whether an address lies under the place of this name."""
    return path.startswith((reverse(name), *ALSO_UNDER.get(name, ())))
