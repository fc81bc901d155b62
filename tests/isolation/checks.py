"""What must hold of every answer, as functions that give back what they found.

The matrix asks them of thousands of requests, the mutants of a few dozen.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from phoihop.pages.scoped import Access
from tests.isolation import cast
from tests.isolation.asks import OTHER, Aim, Ask
from tests.isolation.browsers import Answer, Browsers
from tests.isolation.ownership import Judge
from tests.isolation.province import Province
from tests.isolation.routes import GUESSES_ARE_COUNTED
from tests.isolation.rows import content_tables

Check = Callable[[Province, Ask, Answer], list[str]]
# Fields of forms in which a body is chosen, and where the choice is narrower than
# the directory.
NARROW = {"task_create": "lead", "task_edit": "lead", "plan_create": "partners"}
# A post that leaves only these behind was refused, or changed no content.
NOT_CONTENT = frozenset(
    {
        "axes_accessattempt",
        "django_session",
        "posts_post",
        "trail_entry",
        "trail_head",
        "trail_payload",
    }
)


def strange_canaries(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """Nothing of others is in a body, a header, a redirect or a cookie."""
    shown = answer.canaries
    strange = shown - province.may_see(ask.part) if shown else shown
    return [f"shows {canary}" for canary in sorted(strange)]


def breaks(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """No request makes a fault."""
    return [f"status {answer.status} {answer.fault}"] if answer.status >= 500 else []


def leads_away(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """No answer sends the browser to another site."""
    to = answer.headers.get("Location", "/")
    at_home = to.startswith("/") and not to.startswith(("//", "/\\"))
    return [] if at_home else [f"leads to {to}"]


def writes_while_reading(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """Only a post writes or begins a transaction."""
    if ask.method == "POST" or answer.watched.written in may_write(ask):
        return []
    return [f"writes: {statement[:80]}" for statement in answer.watched.writes]


def may_write(ask: Ask) -> list[frozenset[str]]:
    """What reading may write: a guess at a link, the end of a session without use."""
    guesses = ask.route.name in GUESSES_ARE_COUNTED
    ends = ask.part.role is None and ask.part is not cast.ANONYMOUS
    return [
        *([frozenset({"axes_accessattempt"})] if guesses else []),
        *([frozenset({"django_session"})] if ends else []),
    ]


def reads_behind_a_shut_door(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """Where no scope is open, no table with content is asked for anything."""
    if ask.route.access is Access.SCOPED and ask.part.role is not None:
        return []
    read = answer.watched.read(content_tables())
    found = [f"reads {table}" for table in sorted(read)]
    return [*found, *(["opens a scope"] if answer.watched.scope_was_open else [])]


def strange_writes(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """Nothing of others is written, and no row binds a body outside its circle."""
    if not answer.changes:
        return []
    return Judge(province, ask, answer).strange()


def writes_to_what_is_not_there(
    province: Province, ask: Ask, answer: Answer
) -> list[str]:
    """Who asks for what is not there leaves nothing behind, not even an entry."""
    if not (ask.thing and ask.route.hides(province, ask.part, ask.thing)):
        return []
    return [f"writes {table}" for table in sorted(answer.watched.written)]


def offers_strange_bodies(province: Province, ask: Ask, answer: Answer) -> list[str]:
    """A form offers the bodies of the circle, and no others."""
    field_name = NARROW.get(ask.route.name)
    if field_name is None or ask.thing is None or answer.status != 200:
        return []
    inside = cast.circles()[ask.thing.circle]
    known = {str(body.pk): key for key, body in province.bodies.items()}
    offered = Offered(field_name)
    offered.feed(answer.body)
    bodies = (known.get(value, f"#{value}") for value in offered.values)
    return [f"offers {body}" for body in bodies if body not in inside]


class Offered(HTMLParser):
    """The values that a page offers for one field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.values, self._inside = name, list[str](), False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Options of the list, or boxes of that name."""
        said = dict(attrs)
        if tag in ("select", "input"):
            self._inside = tag == "select" and said.get("name") == self.name
        value = said.get("value") or ""
        if tag == "input" and said.get("name") == self.name and value:
            self.values.append(value)
        if tag == "option" and self._inside and value:
            self.values.append(value)


CHECKS: tuple[Check, ...] = (
    strange_canaries,
    breaks,
    leads_away,
    writes_while_reading,
    reads_behind_a_shut_door,
    strange_writes,
    writes_to_what_is_not_there,
    offers_strange_bodies,
)


@dataclass
class Report:
    """What a sweep of requests found, and how much of it there was to find it in."""

    sent: int = 0
    # How often another's thing was held against one that never was.
    compared: int = 0
    findings: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    # person -> canaries that they were shown
    seen: dict[str, set[str]] = field(default_factory=dict)
    # route -> roles by which a post to it changed something
    changed: dict[str, set[str]] = field(default_factory=dict)

    def note(self, ask: Ask, answer: Answer) -> None:
        """Count one request."""
        self.sent += 1
        self.statuses[answer.status] += 1
        self.seen.setdefault(ask.part.key, set()).update(answer.canaries)
        if {change.table for change in answer.changes} - NOT_CONTENT:
            roles = self.changed.setdefault(ask.route.name, set())
            roles.add(str(ask.part.role))

    @property
    def leaks(self) -> int:
        """How many times a foreign canary was shown."""
        return sum(f.startswith(strange_canaries.__name__) for f in self.findings)

    def __str__(self) -> str:
        statuses = ", ".join(f"{n} × {s}" for s, n in sorted(self.statuses.items()))
        return (
            f"{self.sent} requests ({statuses}), {self.compared} held against what "
            f"never was, {self.leaks} leaks, {len(self.findings)} findings"
        )


def sweep(browsers: Browsers, asks: Iterable[Ask]) -> Report:
    """Send all of it and ask every check of every answer."""
    report = Report()
    province, nowhere = browsers.province, dict[object, Answer]()
    for ask in asks:
        answer = browsers.send(ask)
        report.note(ask, answer)
        for check in CHECKS:
            found = check(province, ask, answer)
            report.findings += [f"{check.__name__}: {ask}: {what}" for what in found]
        if ask.aim is Aim.MISSING:
            nowhere[_same(ask)] = answer
        elif is_hidden(province, ask):
            if _same(ask) not in nowhere:
                nowhere[_same(ask)] = browsers.send(ask.to_nowhere())
                report.note(ask.to_nowhere(), nowhere[_same(ask)])
            report.compared += 1
            unlike = _unlike(ask, answer, nowhere[_same(ask)])
            report.findings += [f"unlike what never was: {ask}: {u}" for u in unlike]
    return report


def is_hidden(province: Province, ask: Ask) -> bool:
    """Whether the person must not learn that what they ask for exists."""
    if ask.thing is None or ask.aim is not Aim.FOREIGN:
        return False
    if ask.part.role is None:
        return ask.route.access is not Access.PUBLIC
    return ask.route.hides(province, ask.part, ask.thing)


def _same(ask: Ask) -> object:
    """What two requests have in common that may differ in nothing but the id.

    Whoever has no role is shown what they typed; all others get a bare 404.
    """
    fields = ask.fields if ask.part.role is None else ()
    return ask.part, ask.route.name, ask.method, ask.query, fields


def _unlike(ask: Ask, answer: Answer, nowhere: Answer) -> list[str]:
    """What is another's answers like what never was: 404, and the same page.

    A method that no page answers to is refused before any page is looked for.
    """
    found = []
    expected = 405 if ask.method in OTHER else 404
    if ask.part.role is not None and answer.status != expected:
        found.append(f"status {answer.status}")
    if answer.shape(ask) != nowhere.shape(ask.to_nowhere()):
        found.append("another page")
    return found
