"""A list of bodies: looked through, entered as a whole, taken back."""

from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import body_lists, designations
from phoihop.organisations.models import (
    Alias,
    BodyList,
    BodyListLine,
    Designation,
    DesignationKind,
    Organisation,
    OrganisationName,
    Relation,
)
from phoihop.organisations.rules import body_list
from phoihop.organisations.rules.body_list import Listing
from phoihop.reading.jail import extract
from tests.actions.stage import ROLE, acting, forbidden_to
from tests.factories import BEGAN, World
from tests.refused import refused
from tests.sheets import HEADING, body, workbook
from tests.witness import dump, every, last_entry, said, version_faults

GOOD = [
    body("Sở Tư pháp tỉnh Lam Khê", symbol="STP", code="H99.14", aliases="Sở TP; STP"),
    body("Phòng Hộ tịch", superior="Sở Tư pháp tỉnh Lam Khê"),
    body("Sở Nội vụ tỉnh Lam Khê"),
]


def listing(lines: list[Any], **how: Any) -> Listing:
    """What a sheet with these lines comes to."""
    found = extract(workbook(lines, **how), name="danh-sach.xlsx")
    return body_list.read(found.sheets[0])


def looked_through(world: World, lines: list[Any]) -> BodyList:
    """A list that waits to be entered."""
    with acting(world, "hanh") as by:
        return body_lists.look_through(listing=listing(lines), by=by, on=clock.today())


def entered(world: World, lines: list[Any]) -> BodyList:
    """A list that has been entered."""
    waiting = looked_through(world, lines)
    with acting(world, "hanh") as by:
        return body_lists.enter(
            body_list=waiting, seen=waiting.version, by=by, on=clock.today()
        )


def outcome() -> list[tuple[int, str, bool]]:
    """Of each line: its number, its faults, whether the directory has the body."""
    rows = every(BodyListLine)
    return [(row.number, row.faults, row.known_id is not None) for row in rows]


def test_looking_through_enters_nothing(world: World) -> None:
    before = dump()["organisations_organisation"]
    kept = looked_through(world, GOOD)
    assert kept.state == "preview"
    assert outcome() == [(2, "", False), (3, "", False), (4, "", True)]
    assert dump()["organisations_organisation"] == before
    assert last_entry().did == "body_list.received"
    assert version_faults() == []


def test_a_list_is_entered_with_names_signs_aliases_and_superiors(
    world: World,
) -> None:
    before = len(every(Organisation))
    entered(world, GOOD)
    assert len(every(Organisation)) == before + 2
    names = {row.text: row.organisation_id for row in every(OrganisationName)}
    office, hall = names["Phòng Hộ tịch"], names["Sở Tư pháp tỉnh Lam Khê"]
    (edge,) = every(Relation)
    assert (edge.below_id, edge.above_id) == (office, hall)
    signs = {(row.kind, row.text, row.organisation_id) for row in every(Designation)}
    assert signs == {("symbol", "STP", hall), ("agency_code", "H99.14", hall)}
    assert [row.text for row in every(Alias)] == ["Sở TP", "STP"]
    assert last_entry().did == "body_list.entered"
    assert sorted(said(last_entry())["after"]["bodies"]) == sorted([office, hall])
    assert version_faults() == []


def test_undone_the_bodies_never_lived(world: World) -> None:
    done = entered(world, GOOD)
    with acting(world, "hanh") as by:
        undone = body_lists.undo(
            body_list=done, seen=done.version, by=by, on=clock.today()
        )
    made = Organisation.objects.exclude(
        pk__in=[held.pk for held in world.bodies.values()]
    )
    assert {(row.founded_on == row.ended_on) for row in made} == {True}
    assert not made.living(clock.today()).exists()
    assert undone.state == "undone"
    assert version_faults() == []


def test_the_agency_codes_of_what_was_undone_are_free(world: World) -> None:
    done = entered(world, GOOD)
    with acting(world, "hanh") as by:
        on = clock.today()
        body_lists.undo(body_list=done, seen=done.version, by=by, on=on)
        other = world.bodies["xa"]
        designations.designate(
            body=other,
            kind=DesignationKind.AGENCY_CODE,
            text="H99.14",
            valid_from=other.founded_on,
            by=by,
            on=on,
        )


def test_what_was_undone_can_be_entered_again(world: World) -> None:
    done = entered(world, GOOD)
    with acting(world, "hanh") as by:
        body_lists.undo(body_list=done, seen=done.version, by=by, on=clock.today())
    assert entered(world, GOOD).state == "entered"
    living = Organisation.objects.living(clock.today())
    names = OrganisationName.objects.filter(organisation__in=living)
    assert names.filter(text="Phòng Hộ tịch").count() == 1


def test_a_body_on_which_something_hangs_is_not_undone(world: World) -> None:
    done = entered(world, GOOD)
    hall = every(Organisation)[-2]
    with acting(world, "hanh") as by:
        hall.change(seen=hall.version, ended_on=clock.today())
        with refused("body_list.in_use"):
            body_lists.undo(body_list=done, seen=done.version, by=by, on=clock.today())
    assert every(BodyList)[0].state == "entered"


FAULTY = [
    (body("Sở A", type="lạ"), "type_unknown:type"),
    (body("Sở A", code="không phải mã"), "code_unreadable:code"),
    (body("Sở A", code="H99.77"), "code_taken:code"),
    (body("Sở A", symbol="a b"), "symbol_unreadable:symbol"),
    (body("Sở A", superior="Sở Không Có"), "superior_unknown:superior"),
    (body("Ban Chỉ đạo A", type="Ban chỉ đạo"), "joint_apart:type"),
    (body("Sở A", founded_on="hôm qua"), "date_unreadable:founded_on"),
]


@pytest.mark.parametrize(("line", "fault"), FAULTY)
def test_a_line_with_a_fault_says_so_and_the_others_are_entered(
    world: World, line: tuple[Any, ...], fault: str
) -> None:
    with acting(world, "hanh") as by:
        designations.designate(
            body=world.bodies["ban"],
            kind=DesignationKind.AGENCY_CODE,
            text="H99.77",
            valid_from=BEGAN,
            by=by,
            on=clock.today(),
        )
    before = len(every(Organisation))
    entered(world, [line, GOOD[0]])
    assert outcome() == [(2, fault, False), (3, "", False)]
    assert len(every(Organisation)) == before + 1


def test_personal_data_in_a_cell_is_not_kept_nor_is_its_line(world: World) -> None:
    """The fault says where; the words of the cell stand nowhere."""
    looked_through(world, [body("Sở A, gọi 0912 345 678 gặp ông Trần Văn Bền")])
    (line,) = every(BodyListLine)
    assert line.faults == "personal_data:name"
    assert (line.name, line.type) == ("", "")
    assert "Văn Bền" not in repr(dump())


NO_LISTS: list[tuple[dict[str, Any], str]] = [
    ({"heading": ("Cột 1", "Cột 2")}, "body_list.no_heading"),
    ({"heading": ("Tên đơn vị", "Cấp")}, "body_list.columns_missing"),
    ({"lines": []}, "body_list.empty"),
    ({"lines": [body(f"Sở {n}") for n in range(501)]}, "body_list.too_many"),
]


@pytest.mark.parametrize(("how", "code"), NO_LISTS)
def test_a_sheet_that_is_no_list_is_refused_whole(
    world: World, how: dict[str, Any], code: str
) -> None:
    found = listing(**{"lines": GOOD, **how})
    with acting(world, "hanh") as by, refused(code, field="file"):
        body_lists.look_through(listing=found, by=by, on=clock.today())
    assert every(BodyList) == []


def test_of_a_list_nothing_is_entered_that_came_in_meanwhile(world: World) -> None:
    first, second = looked_through(world, GOOD), looked_through(world, GOOD)
    with acting(world, "hanh") as by:
        on = clock.today()
        body_lists.enter(body_list=first, seen=first.version, by=by, on=on)
        before = dump()
        with refused("body_list.overtaken"):
            body_lists.enter(body_list=second, seen=second.version, by=by, on=on)
        assert dump() == before


def test_a_superior_whose_own_line_is_left_out_stops_the_list(world: World) -> None:
    lines = [
        body("Sở Tư pháp tỉnh Lam Khê", code="?"),
        body("Phòng Hộ tịch", superior="Sở Tư pháp tỉnh Lam Khê"),
    ]
    waiting = looked_through(world, lines)
    with acting(world, "hanh") as by, refused("body_list.superior_left_out"):
        body_lists.enter(
            body_list=waiting, seen=waiting.version, by=by, on=clock.today()
        )


def test_each_step_is_taken_once(world: World) -> None:
    done = entered(world, GOOD)
    with acting(world, "hanh") as by:
        on = clock.today()
        with refused("body_list.not_waiting"):
            body_lists.enter(body_list=done, seen=done.version, by=by, on=on)
        body_lists.undo(body_list=done, seen=done.version, by=by, on=on)
        with refused("body_list.not_entered"):
            body_lists.undo(body_list=done, seen=done.version, by=by, on=on)


def test_a_list_of_what_is_known_has_nothing_to_enter(world: World) -> None:
    waiting = looked_through(world, [body("sở nội vụ TỈNH LAM KHÊ")])
    with acting(world, "hanh") as by, refused("body_list.nothing_new"):
        body_lists.enter(
            body_list=waiting, seen=waiting.version, by=by, on=clock.today()
        )


@pytest.mark.parametrize("name", ["lan", "hoa", "quang", "cuc"])
def test_lists_are_the_operators(world: World, name: str) -> None:
    found = listing(GOOD)
    with forbidden_to(world, name, ROLE) as by:
        body_lists.look_through(listing=found, by=by, on=clock.today())


def test_the_heading_of_the_pattern_is_read(world: World) -> None:
    words = tuple(words[0] for words in body_list.HEADINGS.values())
    assert words == HEADING
