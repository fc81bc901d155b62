"""How bodies stand to one another: several lines, each with its own rule."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import joint_groups, relations, successions
from phoihop.organisations.models import (
    JointTerm,
    Organisation,
    OrganisationLevel,
    Relation,
    RelationKind,
    SuccessionKind,
)
from tests.actions.stage import ROLE, acting, forbidden_to
from tests.factories import PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

K = RelationKind
NOT_OPERATOR = [name for name in PEOPLE if name != "hanh"]
MARCH, JUNE, JULY = date(2026, 3, 1), date(2026, 6, 1), date(2026, 7, 1)


def between(world: World, below: str, above: str, **other: Any) -> dict[str, Any]:
    """The words with which two bodies are related."""
    words: dict[str, Any] = {
        "kind": K.SAME_LEVEL,
        "below": world.bodies[below],
        "above": world.bodies[above],
        "valid_from": MARCH,
        "on": clock.today(),
    }
    return words | other


def group(world: World, **other: Any) -> dict[str, Any]:
    """The words with which a joint group is made."""
    words: dict[str, Any] = {
        "name": "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Lam Khê",
        "level": OrganisationLevel.PROVINCE,
        "decision": "Quyết định số 12/QĐ-UBND về việc thành lập Ban Chỉ đạo",
        "decided_on": date(2026, 2, 20),
        "valid_from": MARCH,
        "valid_to": date(2027, 1, 1),
        "standing": world.bodies["so"],
        "members": [world.bodies["ban"], world.bodies["xa"]],
        "on": clock.today(),
    }
    return words | other


class TestLines:
    """Besides the line of superiors."""

    def test_two_of_one_level_are_related_once_whoever_is_named_first(
        self, world: World
    ) -> None:
        with acting(world, "hanh") as by:
            relations.relate(by=by, **between(world, "so", "ban"))
            for pair in (("so", "ban"), ("ban", "so")):
                with refused("relation.overlaps", field="valid_from"):
                    relations.relate(by=by, **between(world, *pair))
        (edge,) = every(Relation)
        assert edge.below_id < edge.above_id

    def test_bodies_of_different_levels_are_not_of_the_same(self, world: World) -> None:
        with (
            acting(world, "hanh") as by,
            refused("relation.levels_differ", field="above"),
        ):
            relations.relate(by=by, **between(world, "xa", "ban"))

    def test_no_body_is_related_to_itself(self, world: World) -> None:
        with acting(world, "hanh") as by, refused("relation.to_itself", field="above"):
            relations.relate(by=by, **between(world, "so", "so"))

    @pytest.mark.parametrize("kind", [K.CLUSTER, K.GROUP_MEMBER, K.GROUP_STANDING])
    def test_only_a_joint_group_has_members(
        self, world: World, kind: RelationKind
    ) -> None:
        with (
            acting(world, "hanh") as by,
            refused("relation.not_a_group", field="above"),
        ):
            relations.relate(by=by, **between(world, "so", "ban", kind=kind))

    def test_an_edge_is_ended_and_the_two_may_be_related_again(
        self, world: World
    ) -> None:
        with acting(world, "hanh") as by:
            edge = relations.relate(by=by, **between(world, "so", "ban"))
            on = clock.today()
            with refused("organisation.span_empty", field="valid_to"):
                relations.end(relation=edge, seen=1, valid_to=MARCH, by=by, on=on)
            relations.end(relation=edge, seen=1, valid_to=JUNE, by=by, on=on)
            with refused("directory.already_ended"):
                relations.end(relation=edge, seen=2, valid_to=JULY, by=by, on=on)
            relations.relate(by=by, **between(world, "so", "ban", valid_from=JUNE))
        assert last_entry().did == "organisation.related"
        assert version_faults() == []

    def test_what_is_written_says_in_which_line(self, world: World) -> None:
        with acting(world, "hanh") as by:
            relations.relate(by=by, **between(world, "so", "ban"))
        assert said(last_entry())["after"]["relation"] == "same_level"

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_nobody_but_the_operator_relates_bodies(
        self, world: World, name: str
    ) -> None:
        with acting(world, "hanh") as by:
            edge = relations.relate(by=by, **between(world, "so", "ban"))
        with forbidden_to(world, name, ROLE) as by:
            relations.relate(by=by, **between(world, "so", "ban", valid_from=JUNE))
        with forbidden_to(world, name, ROLE) as by:
            on = clock.today()
            relations.end(relation=edge, seen=1, valid_to=JUNE, by=by, on=on)


class TestJointGroups:
    """A steering committee is a body, made by a decision, for a term."""

    def test_it_stands_with_its_standing_body_and_its_members(
        self, world: World
    ) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world))
        edges = {(e.kind, e.below_id) for e in every(Relation)}
        ban, so, xa = (world.bodies[key].pk for key in ("ban", "so", "xa"))
        assert edges == {
            (K.GROUP_STANDING, so), (K.GROUP_MEMBER, ban), (K.GROUP_MEMBER, xa)
        }  # fmt: skip
        assert made.type == Organisation.Type.JOINT
        assert said(last_entry())["after"]["members"] == sorted([ban, xa])
        assert version_faults() == []

    def test_it_lives_as_long_as_its_term(self, world: World) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world))
        lives = {
            day: Organisation.objects.living(day).filter(pk=made.pk).exists()
            for day in (date(2026, 2, 28), MARCH, date(2026, 12, 31), date(2027, 1, 1))
        }
        assert list(lives.values()) == [False, True, True, False]
        assert all(made.lives(day) == alive for day, alive in lives.items())

    def test_it_has_one_standing_body_a_day(self, world: World) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world, members=[]))
            other = between(
                world, "ban", "ban", kind=K.GROUP_STANDING, valid_from=JUNE
            ) | {"above": made}
            with refused("relation.standing_overlaps", field="valid_from"):
                relations.relate(by=by, **other)
            (edge,) = every(Relation)
            on = clock.today()
            relations.end(relation=edge, seen=1, valid_to=JUNE, by=by, on=on)
            relations.relate(by=by, **other)

    def test_its_standing_body_is_not_a_member_besides(self, world: World) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world))
            words = between(world, "so", "so", kind=K.GROUP_MEMBER)
            with refused("relation.overlaps", field="valid_from"):
                relations.relate(by=by, **{**words, "above": made})

    def test_a_term_is_renewed_and_the_group_lives_on(self, world: World) -> None:
        again: dict[str, Any] = {
            "decision": "Quyết định kiện toàn",
            "decided_on": date(2026, 12, 20),
            "on": clock.today(),
        }
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world))
            start, end = date(2026, 12, 31), date(2028, 1, 1)
            with refused("joint_group.term_overlaps", field="valid_from"):
                joint_groups.renew(group=made, valid_from=start, by=by, **again)
            joint_groups.renew(
                group=made, valid_from=date(2027, 1, 1), valid_to=end, by=by, **again
            )
        made.refresh_from_db()
        assert made.ended_on == end
        assert version_faults() == []

    def test_a_term_without_end_ends_where_the_next_begins(self, world: World) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world, valid_to=None))
            joint_groups.renew(
                group=made, decision="Quyết định kiện toàn", decided_on=JUNE,
                valid_from=JULY, by=by, on=clock.today(),
            )  # fmt: skip
        days = [(t.valid_from, t.valid_to) for t in every(JointTerm)]
        assert days == [(MARCH, JULY), (JULY, None)]
        made.refresh_from_db()
        assert made.ended_on is None

    def test_a_dissolved_group_has_no_other_term(self, world: World) -> None:
        with acting(world, "hanh") as by:
            made = joint_groups.found(by=by, **group(world))
            successions.succeed(
                predecessors=[made], successors=[], kind=SuccessionKind.DISSOLVE,
                day=JUNE, decision="Quyết định giải thể", by=by, on=clock.today(),
            )  # fmt: skip
            with refused("succession.already_ended"):
                joint_groups.renew(
                    group=made, decision="Quyết định", decided_on=JUNE,
                    valid_from=JULY, by=by, on=clock.today(),
                )  # fmt: skip
        assert every(JointTerm)[0].valid_to == JUNE

    def test_only_a_group_has_terms(self, world: World) -> None:
        with acting(world, "hanh") as by, refused("joint_group.not_one"):
            joint_groups.renew(
                group=world.bodies["so"], decision="Quyết định", decided_on=JUNE,
                valid_from=JULY, by=by, on=clock.today(),
            )  # fmt: skip

    @pytest.mark.parametrize(
        ("other", "code"),
        [
            ({"decision": "  "}, "joint_group.no_decision"),
            ({"valid_to": MARCH}, "organisation.span_empty"),
        ],
    )
    def test_it_needs_a_decision_and_days(
        self, world: World, other: dict[str, Any], code: str
    ) -> None:
        with acting(world, "hanh") as by, refused(code):
            joint_groups.found(by=by, **group(world, **other))

    @pytest.mark.parametrize("name", NOT_OPERATOR)
    def test_nobody_but_the_operator_makes_or_renews_one(
        self, world: World, name: str
    ) -> None:
        with forbidden_to(world, name, ROLE) as by:
            joint_groups.found(by=by, **group(world))
        with forbidden_to(world, name, ROLE) as by:
            joint_groups.renew(
                group=world.bodies["so"], decision="Quyết định", decided_on=JUNE,
                valid_from=JULY, by=by, on=clock.today(),
            )  # fmt: skip
