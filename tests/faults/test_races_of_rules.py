"""Rules that hold between rows, attacked from two sides at the same moment.

Each rule is one that no single row can hold: names that may not overlap, superiors
that may not close a circle, years of a programme and of its plans.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from django.urls import reverse

from phoihop.organisations.models import Membership, OrganisationName, Relation
from phoihop.organisations.rules import Edge, Span, closes_circle
from phoihop.programmes.models import Plan, Programme, Task
from tests.at_once import Hands
from tests.factories import World
from tests.faults.races import Tally, browser, left_whole, press, second_tab, two_hands
from tests.witness import every

pytestmark = pytest.mark.races

ROUNDS = 30
FAR = date(2030, 1, 1)


@pytest.fixture
def two(own_world: World) -> Iterator[Hands]:
    """Two people at their buttons."""
    with two_hands() as held:
        yield held


def shown(day: date) -> str:
    """A day as it is typed."""
    return day.strftime("%d/%m/%Y")


def test_two_names_of_one_body_never_share_a_day(own_world: World, two: Hands) -> None:
    """The admin and the operator name the same body for days that overlap."""
    body = own_world.bodies["ban"]
    address = reverse("organisation_rename", kwargs={"pk": body.pk})
    quang, hanh = browser(own_world, "quang"), browser(own_world, "hanh")
    tally = Tally()
    for number in range(ROUNDS):
        first = FAR + timedelta(days=30 * number)
        # Every other round both begin on one day, else in the middle of the other.
        second = first + timedelta(days=5 * (number % 2))
        names = [
            {"valid_from": shown(start), "valid_to": shown(start + timedelta(days=10))}
            for start in (first, second)
        ]
        answers = two.at_once(
            press(quang, address, {**names[0], "name": f"Tên của quang {number}"}),
            press(hanh, address, {**names[1], "name": f"Tên của hanh {number}"}),
        )
        tally.count(answers)
    assert tally.answers == {(302, 422): ROUNDS}
    spans = [
        Span(name.valid_from, name.valid_to)
        for name in every(OrganisationName)
        if name.organisation_id == body.pk
    ]
    assert len(spans) == 1 + ROUNDS
    assert [pair for pair in combinations(spans, 2) if pair[0].meets(pair[1])] == []
    assert left_whole() == []


def test_two_superiors_never_close_a_circle(own_world: World, two: Hands) -> None:
    """The operator, in two tabs, puts each of two bodies under the other."""
    so, xa = own_world.bodies["so"], own_world.bodies["xa"]
    tab = browser(own_world, "hanh")
    tabs = (tab, second_tab(tab))
    tally = Tally()
    for number in range(ROUNDS):
        start = FAR + timedelta(days=2 * number)
        days = {"valid_from": shown(start), "valid_to": shown(start + timedelta(1))}
        acts = [
            press(
                one,
                reverse("organisation_place", kwargs={"pk": below.pk}),
                {**days, "above": above.pk},
            )
            for one, below, above in ((tabs[0], so, xa), (tabs[1], xa, so))
        ]
        tally.count(two.at_once(*acts))
    assert tally.answers == {(302, 422): ROUNDS}
    edges = [
        Edge(r.below_id, r.above_id, Span(r.valid_from, r.valid_to))
        for r in every(Relation)
    ]
    assert len(edges) == ROUNDS
    assert [edge for edge in edges if closes_circle(edge, edges)] == []
    assert left_whole() == []


def test_one_role_is_not_given_twice_for_one_day(own_world: World, two: Hands) -> None:
    """The admin and the operator give the same person the same role."""
    body = own_world.bodies["ban"]
    address = reverse("role_give", kwargs={"pk": body.pk})
    quang, hanh = browser(own_world, "quang"), browser(own_world, "hanh")
    before, tally = len(every(Membership)), Tally()
    for number in range(ROUNDS):
        start = FAR + timedelta(days=2 * number)
        typed = {
            "person": "cuc",
            "role": "observer",
            "since": shown(start),
            "until": shown(start + timedelta(days=1)),
        }
        acts = [press(one, address, typed) for one in (quang, hanh)]
        tally.count(two.at_once(*acts))
    assert tally.answers == {(302, 422): ROUNDS}
    assert len(every(Membership)) == before + ROUNDS
    assert left_whole() == []


def test_no_plan_is_left_outside_the_years_of_its_programme(
    own_world: World, two: Hands
) -> None:
    """lan drafts a plan for a year while hoa takes that year from the programme."""
    programme = own_world.programme
    edit = reverse("programme_edit", kwargs={"pk": programme.pk})
    draft = reverse("plan_create", kwargs={"pk": programme.pk})
    lan, hoa = browser(own_world, "lan"), browser(own_world, "hoa")
    title, tally, seen = programme.title, Tally(), programme.version
    for year in range(2031, 2031 + ROUNDS):
        years = {"title": title, "first_year": 2025}
        widened = press(hoa, edit, {**years, "last_year": year, "seen": seen})()
        seen += widened.status_code == 302
        plan = {
            "title": f"Kế hoạch {year}",
            "year": year,
            "partners": [own_world.bodies["so"].pk],
        }
        answers = two.at_once(
            press(lan, draft, plan),
            press(hoa, edit, {**years, "last_year": year - 1, "seen": seen}),
        )
        tally.count(answers)
        seen += answers[1].status_code == 302
    (stored,) = every(Programme)
    outside = [p.year for p in every(Plan) if not 2025 <= p.year <= stored.last_year]
    assert outside == []
    assert tally.answers == {(302, 422): ROUNDS}
    assert left_whole() == []


def test_those_who_write_different_things_do_not_lock_each_other_out(
    own_world: World, two: Hands
) -> None:
    """A task led by a body, while that body is named, related and given people.

    The one holds the body and waits for the head of the trail, the other holds the
    head and is asked for the body by its foreign key: with the wrong lock each waits
    for the other for ever, and PostgreSQL ends one of them.
    """
    so, xa = own_world.bodies["so"], own_world.bodies["xa"]
    lan, hanh = browser(own_world, "lan"), browser(own_world, "hanh")
    create = reverse("task_create", kwargs={"pk": own_world.plan.pk})
    place = reverse("organisation_place", kwargs={"pk": so.pk})
    rename = reverse("organisation_rename", kwargs={"pk": so.pk})
    give = reverse("role_give", kwargs={"pk": so.pk})
    before, tally = len(every(Task)), Tally()
    for number in range(ROUNDS):
        start = shown(FAR + timedelta(days=2 * number))
        end = shown(FAR + timedelta(days=2 * number + 1))
        days = {"valid_from": start, "valid_to": end}
        task = {"text": f"Việc {number}", "lead": so.pk, "due_date": ""}
        other = (
            press(hanh, place, {**days, "above": xa.pk}),
            press(hanh, rename, {**days, "name": f"Sở {number}"}),
            press(
                hanh,
                give,
                {"person": "lan", "role": "observer", "since": start, "until": end},
            ),
        )[number % 3]
        tally.count(two.at_once(press(lan, create, task), other))
    assert tally.answers == {(302, 302): ROUNDS}
    assert len(every(Task)) == before + ROUNDS
    assert left_whole() == []
