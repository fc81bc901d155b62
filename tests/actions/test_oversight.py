"""Verbs on the trail: taking it out is the auditor's, erasing from it takes two."""

from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from phoihop import clock
from phoihop.organisations.actions import directory, oversight, people
from phoihop.organisations.models import Membership
from phoihop.organisations.permissions import Actor, actor_of
from phoihop.organisations.roles import Role
from phoihop.programmes.actions import tasks
from phoihop.trail import rules
from phoihop.trail.models import Payload
from phoihop.trail.reading import portions, told
from phoihop.trail.verify import verify
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import PEOPLE, World
from tests.own_database import OwnDatabase
from tests.refused import forbidden, refused
from tests.witness import last_entry, said

SECRET = "Nguyễn Văn Bí Mật, thôn Hạ"
NOT_AUDITORS = [name for name in PEOPLE if name != "thu"]
NOT_ERASING = [name for name in PEOPLE if name not in ("hoa", "quang")]


def slip(world: World) -> int:
    """A person's name gets into the trail of ban's desk; the number of the entry."""
    with acting(world, "thu") as by:
        oversight.export(purpose=SECRET, by=by, on=clock.today())
    return last_entry().seq


def erasure(seqs: list[int], second: Actor, **other: Any) -> dict[str, Any]:
    """The words with which two people erase."""
    words = {"seqs": seqs, "second": second, "because": "nêu tên người dân"}
    return {**words, "on": clock.today(), **other}


class TestExport:
    """The trail of the circles that a body sees is taken out."""

    def test_the_auditor_takes_it_out_newest_first(self, world: World) -> None:
        """What ban's circles hold, and nothing of another body's desk."""
        with acting(world, "thu") as by:
            asked = oversight.take_out(purpose="quý II", by=by, on=clock.today())
            taken = list(chain.from_iterable(portions(before=asked.seq, most=7)))
        seqs = [entry.seq for entry in taken]
        assert max(seqs) < asked.seq
        assert seqs == sorted(seqs, reverse=True)
        assert {"task.created", "plan.created"} <= {entry.did for entry in taken}
        bodies = {e.object_id for e in taken if e.did == "organisation.founded"}
        assert bodies == {world.bodies["ban"].pk}

    def test_that_it_was_taken_out_is_itself_recorded(self, world: World) -> None:
        """By whom, and what for."""
        with acting(world, "thu") as by:
            job = oversight.export(purpose="quý II", by=by, on=clock.today())
            taken = list(chain.from_iterable(portions(before=job.subject or 0)))
        entry = last_entry()
        assert (job.kind, job.subject) == ("trail.export", entry.seq)
        assert job.scope_id == world.bodies["ban"].desk_id
        assert (entry.did, entry.actor_id) == ("trail.exported", by.user_id)
        assert entry.scope_id == world.bodies["ban"].desk_id
        assert said(entry)["after"] == {"purpose": "quý II", "entries": len(taken)}

    @pytest.mark.parametrize("name", NOT_AUDITORS)
    def test_it_is_taken_out_by_nobody_else(self, name: str, world: World) -> None:
        """Not by the leader, not by the operator."""
        with forbidden_to(world, name, ROLE) as by:
            oversight.export(purpose="quý II", by=by, on=clock.today())

    @pytest.mark.parametrize("purpose", ["", "  \n"])
    def test_it_is_taken_out_for_a_purpose(self, purpose: str, world: World) -> None:
        """Which is said."""
        code = "trail.purpose_missing"
        with acting(world, "thu") as by, refused(code, field="purpose"):
            oversight.export(purpose=purpose, by=by, on=clock.today())


class TestErasing:
    """What an entry says is emptied for good."""

    @pytest.mark.parametrize(("first", "second"), [("hoa", "quang"), ("quang", "hoa")])
    def test_two_people_erase_together(
        self, first: str, second: str, world: World
    ) -> None:
        """The words are gone, the link stays, the chain is whole."""
        seq = slip(world)
        with acting(world, first) as by:
            oversight.erase(by=by, **erasure([seq], world.actors[second]))
            (entry,) = told(type(last_entry()).objects.filter(seq=seq))
        assert entry.erased
        assert entry.did == "trail.exported"
        assert SECRET not in "".join(Payload.objects.values_list("text", flat=True))
        verdict = verify(None)
        assert (verdict.faults, verdict.erased) == ([], 1)

    def test_the_erasure_names_both_and_the_reason(self, world: World) -> None:
        """And what it emptied."""
        seq, quang = slip(world), world.actors["quang"]
        with acting(world, "hoa") as by:
            oversight.erase(by=by, **erasure([seq], quang))
        entry = last_entry()
        assert (entry.did, entry.actor_id) == (rules.ERASED, by.user_id)
        after = said(entry)["after"]
        assert after["seqs"] == [seq]
        assert "nêu tên người dân" in after["because"]
        assert str(quang.user_id) in after["because"]

    @pytest.mark.parametrize("name", NOT_ERASING)
    def test_nobody_else_erases(self, name: str, world: World) -> None:
        """Not even somebody who may write what is erased."""
        seq = slip(world)
        with forbidden_to(world, name, ROLE) as by:
            oversight.erase(by=by, **erasure([seq], world.actors["hoa"]))

    @pytest.mark.parametrize("name", NOT_ERASING)
    def test_nobody_else_is_the_second(self, name: str, world: World) -> None:
        """The second person needs the same right."""
        seq = slip(world)
        with forbidden_to(world, "hoa", ROLE) as by:
            oversight.erase(by=by, **erasure([seq], world.actors[name]))

    def test_one_person_in_two_roles_is_one(self, world: World) -> None:
        """The leader who is the admin as well."""
        hoa = world.user("hoa")
        with acting(world, "quang") as by:
            both = people.give_role(
                person=hoa, body=world.bodies["ban"], role=Role.ADMIN,
                since=clock.today(), by=by, on=clock.today(),
            )  # fmt: skip
        with acting(world, "hoa") as by, refused("trail.erase_needs_two"):
            oversight.erase(by=by, **erasure([1], actor_of(both)))

    def test_the_second_is_of_the_same_body(self, world: World) -> None:
        """An admin of so has no say at ban's desk."""
        with acting(world, "hanh") as by:
            other: Membership = people.give_role(
                person=world.user("minh"), body=world.bodies["so"], role=Role.ADMIN,
                since=clock.today(), by=by, on=clock.today(),
            )  # fmt: skip
        with acting(world, "hoa") as by, forbidden(STRANGER):
            oversight.erase(by=by, **erasure([1], actor_of(other)))

    @pytest.mark.parametrize("because", ["", " \t"])
    def test_it_is_erased_for_a_reason(self, because: str, world: World) -> None:
        """Which stays when the words are gone."""
        words = erasure([1], world.actors["quang"], because=because)
        code = "trail.reason_missing"
        with acting(world, "hoa") as by, refused(code, field="because"):
            oversight.erase(by=by, **words)

    def test_nothing_of_another_circle_is_erased(self, world: World) -> None:
        """Neither of another desk nor of a plan that others share."""
        with acting(world, "lan") as by:
            tasks.edit(
                task=world.task, seen=1, text="Sửa", lead=world.bodies["ban"],
                due_date=None, by=by, on=clock.today(),
            )  # fmt: skip
        shared = last_entry().seq
        with acting(world, "hanh") as by:
            xa = world.bodies["xa"]
            directory.add_alias(body=xa, text="UBND", by=by, on=clock.today())
        foreign = last_entry().seq
        with acting(world, "hoa") as by:
            words = erasure([shared, foreign, 10**9], world.actors["quang"])
            oversight.erase(by=by, **words)
        assert said(last_entry())["after"]["seqs"] == []
        assert verify(None).erased == 0

    def test_an_erasure_is_not_erased(self, world: World) -> None:
        """Else the second erasure would hide the first."""
        seq = slip(world)
        with acting(world, "hoa") as by:
            first = oversight.erase(by=by, **erasure([seq], world.actors["quang"]))
            oversight.erase(by=by, **erasure([first.seq], world.actors["quang"]))
        assert said(first)["after"]["seqs"] == [seq]
        assert verify(None).faults == []


def on_disk(database: OwnDatabase) -> bytes:
    """Every byte of the database, its log and its index, when nobody has it open."""
    connections.close_all()
    if database.vendor == "sqlite":
        files = Path(database.name).parent.glob(Path(database.name).name + "*")
        return b"".join(file.read_bytes() for file in files)
    with closing(database.outside()) as outside:
        (text,) = outside.execute(
            "SELECT coalesce(string_agg(p::text, ''), '') FROM trail_payload p"
        ).fetchone()
    return str(text).encode()


def test_what_was_erased_is_gone_from_the_bytes(
    own_database: OwnDatabase, own_world: World
) -> None:
    """SQLite: from every byte of its files; PostgreSQL: from every row."""
    seq = slip(own_world)
    assert SECRET.encode() in on_disk(own_database)
    with acting(own_world, "hoa") as by:
        oversight.erase(by=by, **erasure([seq], own_world.actors["quang"]))
    assert SECRET.encode() not in on_disk(own_database)
    assert verify(settings.TRAIL_HEAD_FILE).faults == []
