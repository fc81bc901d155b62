"""The requests of the matrix, as data: who asks for what, how, and with which ids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import Literal
from urllib.parse import urlencode
from uuid import UUID

from phoihop.organisations.roles import Role
from tests.isolation import cast
from tests.isolation.cast import Part, account_of
from tests.isolation.province import BETWEEN, PASSWORD, Kind, Province, Thing
from tests.isolation.routes import Route

READING = ("GET", "HEAD")
OTHER = ("PUT", "DELETE", "OPTIONS")
METHODS = (*READING, "POST", *OTHER)
MISSING = 987_654_321
ELSEWHERE = "https://elsewhere.example/"

BODY_FIELDS = ("above", "standing", "body", "area", "successors")
# What only fits one form among those that ask for it by the same name.
TEXTS = {"designation_create": "KH"}
# Nothing is counted up to a day to come.
DAYS = {"review_create": "01/06/2026", "review_edit": "01/06/2026"}
KINDS = {
    "channel_create": "website",
    "relation_create": "same_level",
    "organisation_end": "absorb",
    "review_create": "annual",
    "task_create": "assigned",
    "task_edit": "assigned",
}

Ids = Literal["own", "foreign"]
Fields = tuple[tuple[str, str], ...]
_keys = count(1)


class Aim(StrEnum):
    """Whose object the address names."""

    NONE = "none"
    OWN = "own"
    FOREIGN = "foreign"
    MISSING = "missing"


@dataclass(frozen=True)
class Ask:
    """One request of one person."""

    part: Part
    route: Route
    method: str
    aim: Aim
    thing: Thing | None = None
    query: Fields = ()
    fields: Fields = ()

    @property
    def named(self) -> object:
        """The id in the address."""
        return self.thing.named if self.thing else MISSING

    @property
    def path(self) -> str:
        """The address without its query."""
        return self.route.path(self.named)

    @property
    def url(self) -> str:
        """The address as it is sent."""
        asked = urlencode(self.query)
        return f"{self.path}?{asked}" if asked else self.path

    def to_nowhere(self) -> "Ask":
        """The same request for an object that never was."""
        return replace(self, aim=Aim.MISSING, thing=None)

    def __str__(self) -> str:
        sent = f" {dict(self.fields)}" if self.fields else ""
        return f"{self.part} {self.method} {self.url} ({self.aim}){sent}"


def things_for(
    province: Province, part: Part, route: Route, *, thin: bool
) -> Iterator[tuple[Aim, Thing | None]]:
    """What the id in the address may be: of nothing, of one's own, of others.

    ``thin`` takes one of each; of others' things by turns the nearest and the
    farthest, which say most about a filter. Nothing is then asked for only where
    there is nothing of others: each of theirs is held against it in any case.
    """
    if not route.takes_id:
        yield Aim.NONE, None
        return
    own, foreign = province.own(part, route.kind), province.foreign(part, route.kind)
    if thin:
        turn = _turn(part, route)
        own, foreign = own[:1], foreign[-1:] if turn else foreign[:1]
    if not (thin and foreign):
        yield Aim.MISSING, None
    yield from ((Aim.OWN, thing) for thing in own)
    yield from ((Aim.FOREIGN, thing) for thing in foreign)


def _turn(part: Part, route: Route) -> int:
    """0 or 1, so that what is asked by turns comes to everybody and every route."""
    body, role = divmod(cast.PARTS.index(part), len(cast.BODY_ROLES))
    return (body + role + len(route.pattern)) % 2


def readings(
    province: Province,
    parts: Sequence[Part],
    found: Sequence[Route],
    *,
    methods: Iterable[str] = ("GET",),
    thin: bool = True,
) -> Iterator[Ask]:
    """Everybody asks for every route, with missing, own and foreign ids."""
    for part in parts:
        for route in found:
            for aim, thing in things_for(province, part, route, thin=thin):
                for method in methods:
                    yield Ask(part, route, method, aim, thing)


def questions(
    province: Province,
    parts: Sequence[Part],
    found: Sequence[Route],
    *,
    thin: bool = True,
) -> Iterator[Ask]:
    """Everybody asks for their own with other people's ids in the query.

    Unless ``thin``, every parameter is sent in a request of its own as well.
    """
    for part in parts:
        strange = strange_query(province, part)
        for route in found:
            aims = list(things_for(province, part, route, thin=True))
            own = (found for found in aims if found[0] is Aim.OWN)
            asked = Ask(part, route, "GET", *next(own, aims[0]))
            yield replace(asked, query=strange)
            if thin and _turn(part, route):
                continue
            yield replace(asked, query=nowhere_query())
            for name, text in () if thin else strange:
                yield replace(asked, query=((name, text),))


def strange_query(province: Province, part: Part) -> Fields:
    """Every parameter a page knows, and some it does not, with ids of others."""
    plan, task = first(province, part, Kind.PLAN), first(province, part, Kind.TASK)
    return (
        ("ke_hoach", plan),
        ("sau", f"~{task}"),
        ("truoc", str(int(first(province, part, Kind.ENTRY)) + 1)),
        ("luc", BETWEEN.isoformat()),
        ("next", f"/ke-hoach/{plan}/"),
        ("ten", "CAN"),
        *((name, first(province, part, kind)) for name, kind in UNKNOWN),
    )


def nowhere_query() -> Fields:
    """The same parameters with ids of nothing, and an address outside."""
    nowhere = str(MISSING)
    return (
        ("ke_hoach", nowhere),
        ("sau", f"2026-06-10~{nowhere}"),
        ("luc", "2026-01-01"),
        ("next", ELSEWHERE),
        ("scope", nowhere),
    )


# Parameters that no page knows: one that took them up would be seen.
UNKNOWN = (
    ("id", Kind.TASK),
    ("pk", Kind.PLAN),
    ("scope", Kind.SCOPE),
    ("scope_id", Kind.SCOPE),
    ("plan", Kind.PLAN),
    ("programme", Kind.PROGRAMME),
    ("organisation", Kind.BODY),
    ("seq", Kind.ENTRY),
)


def first(province: Province, part: Part, kind: Kind) -> str:
    """The id of the nearest thing that is not the person's."""
    foreign = province.foreign(part, kind)
    return str(foreign[0].pk if foreign else MISSING)


def posts(
    province: Province,
    parts: Sequence[Part],
    found: Sequence[Route],
    *,
    methods: Sequence[str] = ("POST",),
    thin: bool = True,
    twice: bool = False,
) -> Iterator[Ask]:
    """Everybody sends a form to every route: in order, or with other people's ids.

    Which of the two comes by turns, unless each is sent ``twice``.
    """
    for part in parts:
        for route in found:
            for aim, thing in things_for(province, part, route, thin=thin):
                asked = Ask(part, route, "POST", aim, thing)
                both: tuple[Ids, ...] = ("own", "foreign")
                turn = _turn(part, route)
                for ids in both if twice else both[turn : turn + 1]:
                    fields = typed(province, part, asked, ids)
                    for method in methods:
                        yield replace(asked, method=method, fields=fields)


# What is said of work on a task, and in a review of it.
OF_WORK: Fields = (
    ("percent", "40"),
    ("note", "Đã làm được một phần"),
    ("paper_text", "Số 3/BC"),
    ("reason", "chờ hướng dẫn"),
    ("deliverable", "Danh sách"),
    ("block", "causes"),
    ("place", "Lam Khê"),
    ("office", "TRƯỞNG BAN"),
)


def typed(province: Province, part: Part, ask: Ask, ids: Ids) -> Fields:
    """Everything that any form of the site asks for, in one.

    A form takes what it knows of it, so the rest is what no form may take up.
    """
    number = next(_keys)
    key = UUID(int=number, version=4)
    return (
        ("idempotency_key", str(key)),
        ("title", "Tên đã sửa"),
        ("text", TEXTS.get(ask.route.name, "Nội dung đã sửa")),
        ("kind", KINDS.get(ask.route.name, "symbol")),
        ("url", f"https://kenh-{number}.lamkhe.gov.vn"),
        ("registered_on", "01/06/2026"),
        ("decided_on", "01/06/2026"),
        ("duty", f"Việc {number}"),
        ("mailbox", "chung@lamkhe.gov.vn"),
        ("code", f"ma-{number}"),
        ("basis", "Luật Đất đai"),
        ("day", DAYS.get(ask.route.name, "01/12/2026")),
        ("name", f"Tên mới {number}"),
        ("first_year", "2025"),
        ("last_year", "2031"),
        ("year", "2027"),
        ("due_date", "30/06/2026"),
        ("valid_from", "01/07/2026"),
        ("founded_on", "01/07/2025"),
        ("since", "01/06/2026"),
        ("until", "31/12/2026"),
        ("role", Role.OBSERVER.value),
        ("type", "state"),
        ("level", "province"),
        ("decision", "Quyết định"),
        ("purpose", "kiểm tra"),
        ("username", f"moi-{number}"),
        ("password", "một mật khẩu đủ dài"),
        ("password_again", "một mật khẩu đủ dài"),
        ("password_old", PASSWORD),
        ("days", "7"),
        ("report", str(_report(province, ask))),
        *OF_WORK,
        ("newest", "987654"),
        ("count", "1"),
        ("language", "en"),
        ("topic", str(next(t.pk for t in province.things if t.kind is Kind.TOPIC))),
        *(_own(province, part, ask) if ids == "own" else _strange(province, part, ask)),
    )


def _own(province: Province, part: Part, ask: Ask) -> Fields:
    """Ids that the person may well write: of their own body and its circles."""
    thing = ask.thing
    others = sorted(_circle(ask) - {part.body}) or ["B2", "B3"]
    return (
        ("seen", str(thing.version if thing else 1)),
        *((("organisation", str(province.bodies[part.body].pk)),) if part.body else ()),
        ("lead", str(province.bodies[others[0]].pk)),
        *(("partners", str(province.bodies[body].pk)) for body in others),
        *(("members", str(province.bodies[body].pk)) for body in others),
        *((name, str(province.bodies["B6"].pk)) for name in BODY_FIELDS),
        ("holder", str(province.users[account_of(part.body or "B1", Role.OFFICER)].pk)),
        ("person", account_of(part.body or "B1", Role.OFFICER)),
        ("membership", next(iter(_memberships(province, part, own=True)), "")),
        ("next", f"/ke-hoach/{first(province, part, Kind.PLAN)}/"),
        ("do", f"accept {_own_draft(province, part)} 1"),
    )


def _strange(province: Province, part: Part, ask: Ask) -> Fields:
    """Ids of others in every field that takes one, and in some that none takes."""
    outside = sorted(set(cast.BODIES) - _circle(ask) - {part.body})
    body = str(province.bodies[outside[0]].pk)
    # A deputy comes late: somebody has changed the row since it was seen.
    on_time = part.role is not Role.DEPUTY
    # Somebody of no body of theirs; and nobody gives a role to themselves.
    person = cast.OPERATOR.account
    if part == cast.OPERATOR:
        person = account_of("B1", Role.OFFICER)
    return (
        ("seen", str(ask.thing.version if ask.thing and on_time else 1)),
        *((name, body) for name in ("lead", "partners", "members", *BODY_FIELDS)),
        ("holder", str(province.users[person].pk)),
        ("person", person),
        ("membership", next(iter(_memberships(province, part, own=False)), "")),
        ("next", ELSEWHERE),
        # One's own reading, and the draft of another.
        ("do", f"accept {first(province, part, Kind.DRAFT)} 1"),
        *((name, first(province, part, kind)) for name, kind in UNKNOWN),
    )


def _own_draft(province: Province, part: Part) -> str:
    """The draft on the desk of the person's body."""
    own = province.own(part, Kind.DRAFT)
    return str(own[0].pk if own else MISSING)


def _report(province: Province, ask: Ask) -> int:
    """The report that waits on the task in the address, or that of anybody's."""
    known = province.reports
    return known.get(ask.thing.pk if ask.thing else 0, next(iter(known.values())))


def _circle(ask: Ask) -> frozenset[str]:
    """The bodies in the circle of what the address names."""
    found = ask.thing.circle if ask.thing else ""
    return cast.circles().get(found, frozenset())


def _memberships(province: Province, part: Part, *, own: bool) -> list[str]:
    """Roles of the person's own account, or of others'."""
    held = [t for t in province.things if t.kind is Kind.MEMBERSHIP]
    mine = {t.pk for t in held if province.holders[t.pk] == part.account}
    return [str(t.pk) for t in held if (t.pk in mine) is own]
