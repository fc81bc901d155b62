"""Verbs on the directory: the operator founds and relates, the admin names."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import directory
from phoihop.organisations.models import (
    Alias,
    Organisation,
    OrganisationName,
    Relation,
    ScopeMember,
)
from phoihop.trail.reading import history
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

NOT_OPERATOR = [name for name in PEOPLE if name != "hanh"]
NOT_NAMING = [name for name in PEOPLE if name not in ("hanh", "quang")]


def new(**other: Any) -> dict[str, Any]:
    """The words with which a body is founded."""
    words = {
        "name": "Hội Liên hiệp Phụ nữ tỉnh Lam Khê",
        "type": Organisation.Type.FRONT,
        "level": Organisation.Level.PROVINCE,
        "founded_on": date(2025, 7, 1),
        "aliases": ["Hội LHPN", "Hội Phụ nữ"],
        "decision": "01/QĐ",
        "on": clock.today(),
    }
    return words | other


def named(world: World, **other: Any) -> dict[str, Any]:
    """The words with which ban is named."""
    words = {
        "body": world.bodies["ban"],
        "name": "Ban Tuyên giáo Tỉnh ủy Lam Khê",
        "valid_from": date(2026, 7, 1),
        "on": clock.today(),
    }
    return words | other


def under(world: World, below: str, above: str, **other: Any) -> dict[str, Any]:
    """The words with which one body is put under another."""
    words = {
        "below": world.bodies[below],
        "above": world.bodies[above],
        "valid_from": date(2026, 1, 1),
        "on": clock.today(),
    }
    return words | other


def names(body: Organisation) -> list[tuple[str, date, date | None]]:
    """The dated names of a body, the first one first."""
    rows = OrganisationName.objects.filter(organisation=body).order_by("valid_from")
    return list(rows.values_list("text", "valid_from", "valid_to"))


class TestFounding:
    """A body enters the directory."""

    def test_a_joint_group_is_not_founded_without_its_term(self, world: World) -> None:
        with acting(world, "hanh") as by, refused("joint_group.apart", field="type"):
            directory.found(by=by, **new(type=Organisation.Type.JOINT))
        assert Organisation.objects.count() == len(world.bodies)

    def test_it_has_a_name_a_desk_and_its_own_place_there(self, world: World) -> None:
        """And the other names by which papers call it."""
        with acting(world, "hanh") as by:
            body = directory.found(by=by, **new())
        text = "Hội Liên hiệp Phụ nữ tỉnh Lam Khê"
        assert names(body) == [(text, date(2025, 7, 1), None)]
        assert Alias.objects.filter(organisation=body).count() == 2
        (own,) = ScopeMember.objects.filter(scope=body.desk)
        assert (own.organisation_id, own.place) == (body.pk, "standing")
        assert own.since <= clock.today()
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_it_is_founded_by_nobody_but_the_operator(
        self, name: str, world: World
    ) -> None:
        """The directory is the installation's."""
        with forbidden_to(world, name, ROLE) as by:
            directory.found(by=by, **new())

    def test_it_leaves_a_trail_on_the_desk_of_the_body(self, world: World) -> None:
        """Which nobody else sees: the founding operator neither."""
        with acting(world, "hanh") as by:
            body = directory.found(by=by, **new())
            assert history(body) == []
        entry = last_entry()
        assert (entry.did, entry.object_id) == ("organisation.founded", body.pk)
        assert (entry.scope_id, entry.body_id) == (body.desk_id, None)
        assert said(entry)["after"]["aliases"] == ["Hội LHPN", "Hội Phụ nữ"]


class TestNaming:
    """A body is called something for a span of days."""

    @pytest.mark.parametrize("name", ["quang", "hanh"])
    def test_the_name_without_end_ends_where_the_new_one_begins(
        self, name: str, world: World
    ) -> None:
        """By the body's own admin or by the operator."""
        with acting(world, name) as by:
            directory.rename(by=by, **named(world))
        (first, second) = names(world.bodies["ban"])
        assert first[1:] == (BEGAN, date(2026, 7, 1))
        assert second[1:] == (date(2026, 7, 1), None)
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_NAMING)
    def test_a_body_is_named_by_nobody_else(self, name: str, world: World) -> None:
        """By no other role, in the body or outside."""
        with forbidden_to(world, name, ROLE) as by:
            directory.rename(by=by, **named(world))

    def test_an_admin_names_no_other_body(self, world: World) -> None:
        """The desk of so is not quang's."""
        with forbidden_to(world, "quang", STRANGER) as by:
            directory.rename(by=by, **named(world, body=world.bodies["so"]))

    @pytest.mark.parametrize("end", [date(2026, 7, 1), date(2026, 6, 30)])
    def test_a_span_has_days(self, end: date, world: World) -> None:
        """It ends after the day on which it begins."""
        code = "organisation.span_empty"
        with acting(world, "quang") as by, refused(code, field="valid_to"):
            directory.rename(by=by, **named(world, valid_to=end))

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (date(2026, 7, 1), date(2026, 8, 1)),  # the same days
            (date(2026, 7, 31), None),  # the last of them
            (date(2026, 6, 1), date(2026, 7, 2)),  # the first of them
            (date(2026, 7, 10), date(2026, 7, 11)),  # one in the middle
            (date(2020, 1, 1), None),  # all of them
        ],
    )
    def test_names_never_overlap(
        self, start: date, end: date | None, world: World
    ) -> None:
        """With a name that holds from the first of July to the last."""
        july = named(world, valid_to=date(2026, 8, 1))
        with acting(world, "quang") as by:
            directory.rename(by=by, **july)
            before = names(world.bodies["ban"])
            with refused("organisation.name_overlaps", field="valid_from"):
                other = named(world, name="Khác", valid_from=start, valid_to=end)
                directory.rename(by=by, **other)
        assert names(world.bodies["ban"]) == before

    def test_names_may_touch(self, world: World) -> None:
        """The day on which one ends is the first of the next."""
        days = (date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1))
        with acting(world, "quang") as by:
            for start, end in pairwise(days):
                words = named(world, name=f"{start}", valid_from=start, valid_to=end)
                directory.rename(by=by, **words)
        assert len(names(world.bodies["ban"])) == 3

    def test_naming_says_from_what_to_what(self, world: World) -> None:
        """On the desk of the body, where its people read it."""
        before = names(world.bodies["ban"])[0][0]
        with acting(world, "quang") as by:
            directory.rename(by=by, **named(world))
            (told, *_) = history(world.bodies["ban"])
        assert told.did == "organisation.renamed"
        assert ("name", before, "Ban Tuyên giáo Tỉnh ủy Lam Khê") in told.changes

    def test_a_stranger_does_not_read_who_named_it(self, world: World) -> None:
        """Names are for everybody to look up, the trail of them is not."""
        with acting(world, "quang") as by:
            directory.rename(by=by, **named(world))
        with acting(world, "cuc"):
            assert history(world.bodies["ban"]) == []


class TestOtherNames:
    """What papers call a body besides."""

    def test_another_name_is_remembered_once(self, world: World) -> None:
        """The second time is refused; of another body it may be the same."""
        ban = world.bodies["ban"]
        words: dict[str, Any] = {"text": "BTG", "on": clock.today()}
        with acting(world, "quang") as by:
            directory.add_alias(body=ban, by=by, **words)
            with refused("organisation.alias_known", field="text"):
                directory.add_alias(body=ban, by=by, **words)
        with acting(world, "hanh") as by:
            directory.add_alias(body=world.bodies["xa"], by=by, **words)
        assert [alias.text for alias in every(Alias)] == ["BTG", "BTG"]
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_NAMING)
    def test_it_is_remembered_by_nobody_else(self, name: str, world: World) -> None:
        """Those who may name the body, and only they."""
        with forbidden_to(world, name, ROLE) as by:
            ban = world.bodies["ban"]
            directory.add_alias(body=ban, text="BTG", by=by, on=clock.today())

    def test_it_leaves_a_trail(self, world: World) -> None:
        """On the desk of the body."""
        ban = world.bodies["ban"]
        with acting(world, "quang") as by:
            directory.add_alias(body=ban, text="BTG", by=by, on=clock.today())
        entry = last_entry()
        assert (entry.did, entry.scope_id) == ("organisation.alias_added", ban.desk_id)
        assert said(entry)["after"] == {"alias": "BTG"}


class TestPlacing:
    """One body stands directly under another."""

    def test_a_body_is_put_under_another(self, world: World) -> None:
        """For ever, or to a day."""
        with acting(world, "hanh") as by:
            directory.place_under(by=by, **under(world, "xa", "so"))
            end = date(2027, 1, 1)
            directory.place_under(by=by, **under(world, "so", "ban", valid_to=end))
        assert [str(edge) for edge in every(Relation)] == ["3 → 2", "2 → 1"]
        assert version_faults() == []

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_it_is_placed_by_nobody_but_the_operator(
        self, name: str, world: World
    ) -> None:
        """Not even by the body's own admin."""
        with forbidden_to(world, name, ROLE) as by:
            directory.place_under(by=by, **under(world, "xa", "so"))

    def test_a_span_has_days(self, world: World) -> None:
        """It ends after the day on which it begins."""
        code, empty = "organisation.span_empty", {"valid_to": date(2026, 1, 1)}
        with acting(world, "hanh") as by, refused(code, field="valid_to"):
            directory.place_under(by=by, **under(world, "xa", "so", **empty))

    def test_a_body_has_one_superior_a_day(self, world: World) -> None:
        """The next begins where the one before ended."""
        march = date(2026, 3, 1)
        with acting(world, "hanh") as by:
            directory.place_under(by=by, **under(world, "xa", "so", valid_to=march))
            with refused("organisation.superior_overlaps", field="valid_from"):
                directory.place_under(by=by, **under(world, "xa", "ban"))
            words = under(world, "xa", "ban", valid_from=march)
            directory.place_under(by=by, **words)

    @pytest.mark.parametrize("line", [["xa", "so"], ["xa", "so", "ban"], ["xa"]])
    def test_nobody_stands_above_themselves(
        self, line: list[str], world: World
    ) -> None:
        """Directly, over another body, or at once."""
        with acting(world, "hanh") as by:
            for below, above in pairwise(line):
                directory.place_under(by=by, **under(world, below, above))
            with refused("organisation.relation_circle", field="above"):
                directory.place_under(by=by, **under(world, line[-1], line[0]))

    def test_on_other_days_the_order_may_be_the_other(self, world: World) -> None:
        """A circle whose edges never hold on one day is none."""
        march = date(2026, 3, 1)
        with acting(world, "hanh") as by:
            directory.place_under(by=by, **under(world, "xa", "so", valid_to=march))
            words = under(world, "so", "xa", valid_from=march)
            directory.place_under(by=by, **words)

    def test_it_leaves_a_trail(self, world: World) -> None:
        """On the desk of the lower body."""
        with acting(world, "hanh") as by:
            directory.place_under(by=by, **under(world, "xa", "so"))
        entry, xa = last_entry(), world.bodies["xa"]
        assert (entry.did, entry.object_id) == ("organisation.placed_under", xa.pk)
        assert entry.scope_id == xa.desk_id
        assert said(entry)["after"]["above"] == world.bodies["so"].pk
