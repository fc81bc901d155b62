"""Everybody asks for everything: nobody is shown, told of or changes what is others'.

All routes of the resolver x everybody of the cast x methods x ids in the address, the
query and the form. What is looked for in each answer stands in ``checks``; that those
checks can find it, in ``test_mutants``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import pytest

from phoihop.organisations.roles import Role
from phoihop.pages.scoped import Access
from tests.isolation import asks, cast
from tests.isolation.asks import Aim, Ask
from tests.isolation.browsers import Browsers, undone
from tests.isolation.cast import Part
from tests.isolation.checks import Report, sweep
from tests.isolation.province import Kind, Province
from tests.isolation.routes import Route, routes, unlisted_objects
from tests.isolation.rows import differences

AT_LEAST, AT_LEAST_LONG = 5_000, 50_000
# One person of each role, out of all bodies by turns, and whoever has none.
ONE_OF_EACH_ROLE = (*cast.IN_BODIES[::7], cast.OPERATOR, *cast.WITHOUT_ROLE)
OFFICERS = tuple(part for part in cast.IN_BODIES if part.role is Role.OFFICER)
# Of each body the officer and by turns one more read all that is theirs to read.
TURNS_OF_ROLES = cast.IN_BODIES[1 :: len(cast.BODY_ROLES) + 1]
OUTSIDE = tuple(part for part in cast.PARTS if part not in cast.IN_BODIES)
READERS = (*OFFICERS, *TURNS_OF_ROLES, *OUTSIDE)
DRAFTING = {Role.OFFICER, Role.LEADER, Role.DEPUTY}
DESK_OF_BODY = {Role.ADMIN, Role.OPERATOR}
# Everybody comes to a route once in so many, each in another role of another body: of
# each role one, as there are so many bodies. The long run asks everything of everybody.
TURNS = 6
# Methods that no page means are sent to each route by so many roles in turn.
OTHERWISE = 3
# Whose posts change anything at all, by route: the positive control of the posts.
# Not among them what takes a file, and the terms of joint groups: none is in the cast.
WHO_CHANGES: dict[str, set[Role]] = {
    "programme_create": DRAFTING,
    "programme_edit": DRAFTING,
    "plan_create": DRAFTING,
    "plan_edit": DRAFTING,
    "task_create": DRAFTING,
    "task_edit": DRAFTING,
    "task_sheet": DRAFTING,
    "task_pause": DRAFTING,
    "task_resume": DRAFTING,
    "task_drop": DRAFTING,
    "task_finish": DRAFTING,
    # By turns the leader sends the ids of others.
    "progress_report": DRAFTING - {Role.LEADER},
    "task_accept": DRAFTING,
    "task_return": DRAFTING,
    "support_create": DRAFTING,
    "support_edit": DRAFTING,
    "support_finish": DRAFTING,
    "support_withdraw": DRAFTING,
    "review_create": DRAFTING,
    "review_edit": DRAFTING,
    "review_finish": DRAFTING,
    "judgement_create": DRAFTING,
    "judgement_edit": DRAFTING,
    "judgement_withdraw": DRAFTING,
    "document_receive": DRAFTING,
    "document_read_again": DRAFTING,
    "review_desk": DRAFTING,
    "draft_edit": DRAFTING,
    "draft_body": DRAFTING,
    "organisation_rename": DESK_OF_BODY,
    "organisation_alias": DESK_OF_BODY,
    "role_give": DESK_OF_BODY,
    "role_end": DESK_OF_BODY,
    "invitation_make": DESK_OF_BODY,
    "invitation_password": DESK_OF_BODY,
    "invitation_revoke": DESK_OF_BODY,
    "designation_create": DESK_OF_BODY,
    "designation_end": DESK_OF_BODY,
    "channel_create": DESK_OF_BODY,
    "channel_end": DESK_OF_BODY,
    "focal_point_create": DESK_OF_BODY,
    "focal_point_end": DESK_OF_BODY,
    "organisation_found": {Role.OPERATOR},
    "organisation_place": {Role.OPERATOR},
    "organisation_end": {Role.OPERATOR},
    "joint_group_create": {Role.OPERATOR},
    "relation_create": {Role.OPERATOR},
    "relation_end": {Role.OPERATOR},
    "topic_create": {Role.OPERATOR},
    "topic_end": {Role.OPERATOR},
    "competence_create": {Role.OPERATOR},
    "competence_end": {Role.OPERATOR},
    "account_open": {Role.OPERATOR},
    "trail_export": {Role.AUDITOR},
    "trail_verify": {Role.OPERATOR},
    "job_retry": {Role.OPERATOR},
    "body_list": {Role.OPERATOR},
}
# Fewer than a page of the trail holds, so that none is passed over.
OF_A_PAGE = 40
# One's own language and password are everybody's to choose, and what one has read.
FOR_EVERYBODY = {"switch_language", "password_change", "notices"}


def addresses_read(province: Province) -> Iterator[Ask]:
    """Addresses alone: one's own by everybody, missing and foreign ids by turns."""
    return chain.from_iterable(addresses_read_by(province, part) for part in cast.PARTS)


def addresses_read_by(province: Province, part: Part) -> Iterator[Ask]:
    """What one person reads: readers all content of theirs, all else in turn."""
    for number, route in enumerate(routes()):
        found = list(asks.readings(province, [part], [route]))
        own = [ask for ask in found if ask.aim in (Aim.OWN, Aim.NONE)]
        if comes_in_turn(part, number):
            yield from found
        elif route.access is Access.SCOPED and part in READERS:
            yield from own or found[:1]
    if part in READERS:
        yield from trail_read_by(province, part)


def trail_read_by(province: Province, part: Part) -> Iterator[Ask]:
    """The older pages of the trail, as a person leafs back through it."""
    trail = next(route for route in routes() if route.name == "trail")
    newest = max(t.pk for t in province.things if t.kind is Kind.ENTRY)
    for before in range(newest + 1, 0, -OF_A_PAGE):
        query = (("truoc", str(before)),)
        yield Ask(part, trail, "GET", Aim.NONE, query=query)
    # What a plan and a sheet say, each says on its own page alone.
    for route in routes():
        if route.name in ("plan", "task_sheet"):
            found = asks.readings(province, [part], [route], thin=False)
            yield from (ask for ask in found if ask.aim is Aim.OWN)


def comes_in_turn(part: Part, number: int) -> bool:
    """Whether a person comes to this route in the short run.

    Of each role somebody always does, and so does whoever has no body.
    """
    if part not in cast.IN_BODIES:
        return True
    body, role = divmod(cast.IN_BODIES.index(part), len(cast.BODY_ROLES))
    return (body + role + number) % TURNS == 0


def ids_in_the_query(province: Province) -> Iterator[Ask]:
    """One's own addresses with foreign ids behind the question mark, by turns.

    From officers, who see what there is to see, and from whoever is in no body.
    """
    for number, route in enumerate(routes()):
        turn = number % TURNS
        asking = (*OFFICERS[turn % 3 :: 3], OUTSIDE[turn % len(OUTSIDE)])
        yield from asks.questions(province, asking, [route])


def forms_posted(province: Province) -> Iterator[Ask]:
    """Forms with one's own and with foreign ids, to own and foreign addresses.

    From everybody who may change something there; from all others by turns.
    """
    return chain(by_who_may(province), by_all_others(province))


def by_who_may(province: Province) -> Iterator[Ask]:
    """Forms from everybody who may change something by them."""
    for route in routes():
        may = WHO_CHANGES.get(route.name, set())
        yield from asks.posts(
            province, [p for p in cast.PARTS if p.role in may], [route]
        )
        if Role.OPERATOR in may:
            yield from asks.posts(
                province, [cast.OPERATOR], [route], thin=False, twice=True
            )


def by_all_others(province: Province) -> Iterator[Ask]:
    """Forms from those who may change nothing by them, by turns."""
    for number, route in enumerate(routes()):
        may = WHO_CHANGES.get(route.name, set())
        asking = [
            p for p in cast.PARTS if p.role not in may and comes_in_turn(p, number)
        ]
        for place, part in enumerate(asking):
            posted = list(asks.posts(province, [part], [route]))
            yield posted[(number + place) % len(posted)]


def forms_sent_otherwise(province: Province) -> Iterator[Ask]:
    """The same forms by the methods that no page means, to each aim by turns."""
    for number, route in enumerate(routes()):
        for place, part in enumerate(ONE_OF_EACH_ROLE):
            if (number + place) % OTHERWISE:
                continue
            posted = list(asks.posts(province, [part], [route]))
            for turn, method in enumerate(("HEAD", *asks.OTHER)):
                yield replace(posted[turn % len(posted)], method=method)


PORTIONS = (
    addresses_read,
    ids_in_the_query,
    forms_posted,
    forms_sent_otherwise,
)


def nothing_found(report: Report, browsers: Browsers) -> None:
    """The verdict of a sweep: no finding, and the database as it was."""
    print(f"\n{report}")
    assert report.findings[:20] == []
    assert browsers.before["programmes_taskversion"]
    assert differences(browsers.before) == []


def test_every_id_in_an_address_is_known_for_what_it_names() -> None:
    assert unlisted_objects(routes()) == []


def test_the_matrix_is_as_large_as_promised(province: Province) -> None:
    planned = list(chain.from_iterable(portion(province) for portion in PORTIONS))
    print(
        f"\n{len(planned)} requests, {len(cast.PARTS)} people, {len(routes())} routes"
    )
    assert len(planned) >= AT_LEAST
    by_role = {(ask.part.role, ask.route.name, ask.method) for ask in planned}
    by_anybody = {(name, method) for _role, name, method in by_role}
    for route in routes():
        for method in asks.METHODS:
            assert (route.name, method) in by_anybody
        for role in (*Role, None):
            assert (role, route.name, "GET") in by_role
            assert (role, route.name, "POST") in by_role
    for role in (*Role, None):
        assert {method for who, _name, method in by_role if who is role} == {
            *asks.METHODS
        }


@pytest.mark.anywhere
@pytest.mark.parametrize("body", [*cast.BODIES, None])
def test_reading_shows_everybody_all_of_their_own_and_nothing_of_others(
    browsers: Browsers, body: str | None
) -> None:
    """A matrix that sees nothing would prove nothing: own canaries are all shown."""
    province, parts = browsers.province, [p for p in cast.PARTS if p.body == body]
    report = sweep(browsers, chain(*(addresses_read_by(province, p) for p in parts)))
    nothing_found(report, browsers)
    assert report.compared >= len(parts) * 10
    for part in parts:
        if part in READERS:
            assert province.content_of(part) - report.seen[part.key] == set(), part
        assert bool(province.content_of(part)) is (part.body is not None), part


@pytest.mark.anywhere
def test_ids_of_others_in_the_query_show_nothing_of_them(browsers: Browsers) -> None:
    report = sweep(browsers, ids_in_the_query(browsers.province))
    nothing_found(report, browsers)


def test_a_post_changes_only_what_is_the_posters_own(browsers: Browsers) -> None:
    report = sweep(browsers, by_who_may(browsers.province))
    nothing_found(report, browsers)
    assert report.changed == {
        name: set(map(str, who)) for name, who in WHO_CHANGES.items()
    }


@pytest.mark.anywhere
def test_a_post_of_anybody_else_changes_nothing(browsers: Browsers) -> None:
    report = sweep(browsers, by_all_others(browsers.province))
    nothing_found(report, browsers)
    assert set(report.changed) <= FOR_EVERYBODY


@pytest.mark.anywhere
def test_no_other_method_is_a_way_round(browsers: Browsers) -> None:
    report = sweep(browsers, forms_sent_otherwise(browsers.province))
    nothing_found(report, browsers)
    assert report.changed == {}


def switch_to(browsers: Browsers, part: Part, membership: int) -> None:
    """Ask to act in this membership from now on, and stay so."""
    switch = next(route for route in routes() if route.name == "switch_body")
    fields = (("membership", str(membership)),)
    browsers.send_for_good(Ask(part, switch, "POST", Aim.NONE, fields=fields))


def looks_around(browsers: Browsers, part: Part) -> Report:
    """What one person finds on every page."""
    return sweep(browsers, asks.readings(browsers.province, [part], routes()))


@pytest.mark.anywhere
def test_switching_to_a_role_of_somebody_else_changes_nothing(
    browsers: Browsers,
) -> None:
    province = browsers.province
    of_others = [t for t in province.things if t.kind is Kind.MEMBERSHIP]
    for part in (cast.IN_BODIES[12], cast.TWICE_HERE, cast.OPERATOR, cast.FORMER):
        # To ask for anything without a role ends one's own session, and no other.
        useless = [("django_session", browsers.session_of(part))]
        with undone():
            for thing in of_others[::9]:
                if province.holders[thing.pk] != part.account:
                    switch_to(browsers, part, thing.pk)
            changed = [(c.table, c.key) for c in differences(browsers.before)]
            assert changed == ([] if part.role else useless), part
            assert looks_around(browsers, part).findings == [], part
        assert differences(browsers.before) == []


@pytest.mark.anywhere
def test_whoever_acts_for_two_bodies_sees_one_of_them_at_a_time(
    browsers: Browsers,
) -> None:
    province, here, there = browsers.province, cast.TWICE_HERE, cast.TWICE_THERE
    mine = [t for t in province.things if province.holders.get(t.pk) == here.account]
    in_b4 = next(t for t in mine if t.kind is Kind.MEMBERSHIP and t.key[:2] == "B4")
    assert looks_around(browsers, here).findings == []

    with undone():
        switch_to(browsers, here, in_b4.pk)
        # What is theirs there they find by its own address as well.
        asked = chain(
            asks.readings(province, [here], routes()),
            (replace(a, part=here) for a in trail_read_by(province, there)),
            (replace(a, part=here) for a in asks.readings(province, [there], routes())),
        )
        seen = sweep(browsers, asked).seen[here.key]
    assert seen & province.content_of(there) == province.content_of(there)
    assert seen <= province.may_see(there)


@pytest.mark.long
@pytest.mark.parametrize("method", asks.METHODS)
def test_the_whole_matrix_finds_nothing_either(browsers: Browsers, method: str) -> None:
    report = sweep(browsers, whole(browsers.province, cast.PARTS, routes(), method))
    nothing_found(report, browsers)


def whole(
    province: Province, parts: Sequence[Part], found: Sequence[Route], method: str
) -> Iterator[Ask]:
    """Everybody, every route and every id there is, by one method.

    Each parameter by itself is asked with by officers, who see what there is to see,
    and by whoever is in no body; what no page means, with one id of each kind.
    """
    if method == "GET":
        yield from asks.readings(province, parts, found, thin=False)
        each = [part for part in parts if part in (*OFFICERS, *OUTSIDE)]
        yield from asks.questions(province, each, found, thin=False)
    elif method == "POST":
        for route in found:
            may = WHO_CHANGES.get(route.name, set())
            able = [part for part in parts if part.role in may]
            others = [part for part in parts if part.role not in may]
            yield from asks.posts(province, able, [route], thin=False, twice=True)
            yield from asks.posts(province, others, [route], thin=False)
    else:
        yield from asks.posts(province, parts, found, methods=(method,))


@pytest.mark.long
def test_the_whole_matrix_is_as_large_as_promised(province: Province) -> None:
    everything = (whole(province, cast.PARTS, routes(), m) for m in asks.METHODS)
    planned = sum(1 for _ in chain.from_iterable(everything))
    print(f"\n{planned} requests")
    assert planned >= AT_LEAST_LONG
