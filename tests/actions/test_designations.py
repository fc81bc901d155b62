"""The signs by which papers and machines know a body."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.organisations.actions import designations
from phoihop.organisations.models import Designation, DesignationKind
from tests.actions.stage import ROLE, STRANGER, acting, forbidden_to
from tests.factories import BEGAN, PEOPLE, World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults

K = DesignationKind
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def sign(world: World, body: str = "ban", **other: Any) -> dict[str, Any]:
    """The words with which a body is given a symbol."""
    words: dict[str, Any] = {
        "body": world.bodies[body],
        "kind": K.SYMBOL,
        "text": "BTGDVTU",
        "valid_from": BEGAN,
        "on": clock.today(),
    }
    return words | other


def code(world: World, body: str = "ban", **other: Any) -> dict[str, Any]:
    """The words with which a body is given an agency code."""
    return sign(world, body, **{"kind": K.AGENCY_CODE, "text": "H99.12", **other})


def test_the_admin_gives_the_symbol_and_it_is_kept(world: World) -> None:
    with acting(world, "quang") as by:
        designations.designate(by=by, **sign(world, text=" BTGDVTU "))
    (row,) = every(Designation)
    assert (row.text, row.folded) == ("BTGDVTU", "btgdvtu")
    assert last_entry().did == "organisation.designated"
    assert said(last_entry())["after"]["symbol"] == "BTGDVTU"
    assert version_faults() == []


def test_a_new_symbol_ends_the_one_before(world: World) -> None:
    with acting(world, "quang") as by:
        designations.designate(by=by, **sign(world, text="BTGTU"))
        designations.designate(by=by, **sign(world, valid_from=JUNE))
        with refused("designation.overlaps", field="valid_from"):
            designations.designate(
                by=by, **sign(world, text="BTG", valid_from=BEGAN, valid_to=JULY)
            )
    days = [(d.text, d.valid_from, d.valid_to) for d in every(Designation)]
    assert days == [("BTGTU", BEGAN, JUNE), ("BTGDVTU", JUNE, None)]
    on = {d.text for d in Designation.objects.on(date(2026, 5, 31))}
    assert on == {"BTGTU"}


def test_symbols_may_be_shared_but_codes_name_one_body(world: World) -> None:
    with acting(world, "hanh") as by:
        for body in ("so", "xa"):
            designations.designate(by=by, **sign(world, body, text="UBND"))
        designations.designate(by=by, **code(world, "so"))
        # The same code, as it was written before 2020.
        for text in ("H99.12", "000.00.12.h99"):
            with refused("designation.code_taken", field="text"):
                designations.designate(by=by, **code(world, "xa", text=text))


def test_a_code_goes_on_to_another_body(world: World) -> None:
    with acting(world, "hanh") as by:
        held = designations.designate(by=by, **code(world, "so"))
        on = clock.today()
        with refused("organisation.span_empty", field="valid_to"):
            designations.end(designation=held, seen=1, valid_to=BEGAN, by=by, on=on)
        designations.end(designation=held, seen=1, valid_to=JUNE, by=by, on=on)
        with refused("directory.already_ended"):
            designations.end(designation=held, seen=2, valid_to=JULY, by=by, on=on)
        designations.designate(by=by, **code(world, "xa", valid_from=JUNE))
    assert version_faults() == []


@pytest.mark.parametrize("text", ["H9.12", "12.H99.1", "HH99", "", "000.12"])
def test_a_code_is_written_as_the_decision_says(world: World, text: str) -> None:
    with acting(world, "hanh") as by, refused("designation.not_a_code", field="text"):
        designations.designate(by=by, **code(world, text=text))


@pytest.mark.parametrize("text", ["B T G", "12", "-", ""])
def test_a_symbol_can_stand_in_a_number(world: World, text: str) -> None:
    with acting(world, "hanh") as by, refused("designation.not_a_symbol", field="text"):
        designations.designate(by=by, **sign(world, text=text))


def test_its_days_are_not_none(world: World) -> None:
    with (
        acting(world, "hanh") as by,
        refused("organisation.span_empty", field="valid_to"),
    ):
        designations.designate(by=by, **sign(world, valid_to=BEGAN))


@pytest.mark.parametrize("name", [n for n in PEOPLE if n not in ("quang", "hanh")])
def test_nobody_else_gives_or_ends_a_symbol(world: World, name: str) -> None:
    with acting(world, "quang") as by:
        held = designations.designate(by=by, **sign(world))
    with forbidden_to(world, name, ROLE) as by:
        designations.designate(by=by, **sign(world))
    with forbidden_to(world, name, ROLE) as by:
        on = clock.today()
        designations.end(designation=held, seen=1, valid_to=JUNE, by=by, on=on)


def test_the_admin_gives_no_code_and_no_other_body_a_symbol(world: World) -> None:
    with forbidden_to(world, "quang", ROLE) as by:
        designations.designate(by=by, **code(world))
    with forbidden_to(world, "quang", STRANGER) as by:
        designations.designate(by=by, **sign(world, "so"))
