"""The review desk: what a person decides of drafts, and who may."""

from typing import Any

import pytest

from phoihop import clock
from phoihop.documents import drafts as shapes
from phoihop.documents.actions import desk
from phoihop.documents.models import Draft, DraftState, Reading, ReadingState
from phoihop.reading.findings import Field
from phoihop.refusals import Stale
from tests.actions.stage import NOT_DRAFTING, acting, forbidden_to
from tests.documents.stage import PLAN, drafts_of, ended, read
from tests.factories import World
from tests.refused import refused
from tests.witness import every, last_entry, said, version_faults


@pytest.fixture
def reading(world: World) -> Reading:
    """A plan that was read and waits for a person."""
    return read(world)


def one(reading: Reading, field: str = "task", number: int = 0) -> Draft:
    return drafts_of(reading, field)[number]


def again(draft: Draft) -> Draft:
    found: Draft = next(row for row in every(Draft) if row.pk == draft.pk)
    return found


# --- one draft ---------------------------------------------------------------------


def test_a_draft_is_accepted_as_it_was_read(world: World, reading: Reading) -> None:
    draft = one(reading)
    with acting(world, "lan") as by:
        desk.accept(draft=draft, seen=1, by=by, on=clock.today())
    stored = again(draft)
    assert stored.state == DraftState.ACCEPTED
    assert stored.value == stored.found
    entry = last_entry()
    assert entry.did == "draft.accepted"
    assert said(entry) == {"before": {"state": "open"}, "after": {"state": "accepted"}}
    assert version_faults() == []


def test_a_correction_keeps_what_was_read(world: World, reading: Reading) -> None:
    draft = one(reading)
    value = {**draft.value, "text": "Tổ chức hội nghị báo cáo viên"}
    with acting(world, "lan") as by:
        desk.correct(draft=draft, seen=1, value=value, by=by, on=clock.today())
    stored = again(draft)
    assert stored.state == DraftState.CORRECTED
    assert stored.value["text"] == "Tổ chức hội nghị báo cáo viên"
    assert stored.found
    assert stored.found["text"].startswith("Sở Nội vụ tỉnh")
    assert version_faults() == []


def test_a_correction_to_what_was_read_is_none(world: World, reading: Reading) -> None:
    draft = one(reading, "subject")
    with acting(world, "lan") as by:
        changed = {"text": "phối hợp năm 2026"}
        desk.correct(draft=draft, seen=1, value=changed, by=by, on=clock.today())
        back = dict(draft.found or {})
        desk.correct(draft=draft, seen=2, value=back, by=by, on=clock.today())
    assert again(draft).state == DraftState.ACCEPTED


@pytest.mark.parametrize(
    ("field", "value", "code", "at"),
    [
        ("subject", {"text": "  "}, "draft.empty", "text"),
        ("subject", {"text": "a" * 10_001}, "draft.too_long", "text"),
        ("issued_on", {"text": "2026-02-31"}, "draft.no_such_day", "text"),
        ("issued_on", {"text": "31 tháng Hai"}, "draft.no_such_day", "text"),
    ],
)
def test_a_value_must_have_its_shape(
    world: World, reading: Reading, field: str, value: Any, code: str, at: str
) -> None:
    draft = one(reading, field)
    with acting(world, "lan") as by, refused(code, field=at):
        desk.correct(draft=draft, seen=1, value=value, by=by, on=clock.today())
    assert again(draft).state == DraftState.OPEN


def test_a_day_may_be_a_month_or_a_year(world: World, reading: Reading) -> None:
    draft = one(reading, "issued_on")
    with acting(world, "lan") as by:
        for seen, text in enumerate(("2026", "2026-01", "2026-01-12"), start=1):
            desk.correct(
                draft=draft, seen=seen, value={"text": text}, by=by, on=clock.today()
            )
    assert again(draft).value == {"text": "2026-01-12"}


def test_too_many_bodies_are_refused(world: World, reading: Reading) -> None:
    draft = one(reading)
    name = {"text": "Sở", "start": None, "end": None, "organisation": None}
    value = {**draft.value, "supporting": [name] * 61}
    with acting(world, "lan") as by, refused("draft.too_many_bodies"):
        desk.correct(draft=draft, seen=1, value=value, by=by, on=clock.today())


def test_a_draft_is_dropped_and_looked_at_again(world: World, reading: Reading) -> None:
    draft = one(reading, "reference")
    with acting(world, "lan") as by:
        desk.drop(draft=draft, seen=1, by=by, on=clock.today())
        assert again(draft).state == DraftState.DROPPED
        desk.reopen(draft=draft, seen=2, by=by, on=clock.today())
    assert again(draft).state == DraftState.OPEN
    assert version_faults() == []


def test_looked_at_again_it_says_what_was_read(world: World, reading: Reading) -> None:
    draft = one(reading, "subject")
    with acting(world, "lan") as by:
        value = {"text": "khác hẳn"}
        desk.correct(draft=draft, seen=1, value=value, by=by, on=clock.today())
        desk.reopen(draft=draft, seen=2, by=by, on=clock.today())
    assert again(draft).value == again(draft).found


def test_a_duty_outside_is_marked_and_unmarked(world: World, reading: Reading) -> None:
    draft = one(reading)
    with acting(world, "lan") as by:
        desk.set_outside(draft=draft, seen=1, outside=True, by=by, on=clock.today())
        assert again(draft).value["outside"] is True
        desk.set_outside(draft=draft, seen=2, outside=False, by=by, on=clock.today())
    assert again(draft).value == again(draft).found


def test_only_a_duty_lies_outside(world: World, reading: Reading) -> None:
    draft = one(reading, "subject")
    with acting(world, "lan") as by, refused("draft.not_a_task"):
        desk.set_outside(draft=draft, seen=1, outside=True, by=by, on=clock.today())


def test_two_at_one_desk_the_second_sees_what_the_first_made(
    world: World, reading: Reading
) -> None:
    draft = one(reading, "subject")
    mine = one(reading, "subject")
    with acting(world, "hoa") as by:
        value = {"text": "của hoa"}
        desk.correct(draft=draft, seen=1, value=value, by=by, on=clock.today())
    with acting(world, "lan") as by, pytest.raises(Stale) as told:
        desk.accept(draft=mine, seen=1, by=by, on=clock.today())
    assert told.value.current["value"] == {"text": "của hoa"}
    assert told.value.by_id == world.user("hoa").pk


# --- whom a name means -------------------------------------------------------------


def unknown(world: World) -> Reading:
    """A plan that calls one body by a name that the directory does not know."""
    text = PLAN.replace("Sở Nội vụ tỉnh Lam Khê", "Cơ quan nội vụ").replace(
        "2. Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê", "2. Cơ quan nội vụ"
    )
    return read(world, data=text.encode())


def test_a_body_is_chosen_once_for_all_of_the_paper(world: World) -> None:
    reading = unknown(world)
    first, second = drafts_of(reading, "task")
    so = world.bodies["so"].pk
    assert first.value["lead"]["organisation"] is None
    with acting(world, "lan") as by:
        desk.choose_body(
            draft=first, seen=1, place="lead", body=so, by=by, on=clock.today()
        )
    assert again(first).value["lead"]["organisation"] == so
    assert again(second).value["lead"]["organisation"] == so
    assert {again(first).state, again(second).state} == {DraftState.OPEN}
    assert version_faults() == []


def test_nobody_is_chosen_for_a_place_that_is_not_there(
    world: World, reading: Reading
) -> None:
    draft, so = one(reading), world.bodies["so"].pk
    with acting(world, "lan") as by, refused("draft.no_such_place"):
        desk.choose_body(
            draft=draft, seen=1, place="supporting.7", body=so, by=by, on=clock.today()
        )


def test_a_body_that_has_ended_cannot_be_chosen(world: World) -> None:
    reading = unknown(world)
    so, draft = ended(world, "so"), one(reading)
    with acting(world, "lan") as by, refused("organisation.ended"):
        desk.choose_body(
            draft=draft, seen=1, place="lead", body=so, by=by, on=clock.today()
        )


def test_nor_is_it_accepted_when_it_ended_since(world: World, reading: Reading) -> None:
    draft = one(reading)
    assert draft.value["lead"]["organisation"] == world.bodies["so"].pk
    ended(world, "so")
    with acting(world, "lan") as by, refused("organisation.ended"):
        desk.accept(draft=draft, seen=1, by=by, on=clock.today())


# --- added by hand -----------------------------------------------------------------


def test_what_the_machine_missed_is_added(world: World, reading: Reading) -> None:
    start = PLAN.index("Thường trực Tỉnh ủy")
    value = shapes.blank(Field.TASK, "Gửi báo cáo cho Thường trực Tỉnh ủy")
    with acting(world, "lan") as by:
        made = desk.add(
            reading=reading,
            field=Field.TASK,
            value=value,
            start=start,
            end=start + 19,
            by=by,
            on=clock.today(),
        )
    stored = again(made)
    assert (stored.state, stored.found) == (DraftState.ADDED, None)
    assert stored.position == len(drafts_of(reading))
    assert PLAN[stored.start : stored.end] == "Thường trực Tỉnh ủy"
    with acting(world, "lan") as by:
        desk.drop(draft=made, seen=1, by=by, on=clock.today())
        desk.reopen(draft=made, seen=2, by=by, on=clock.today())
    assert again(made).state == DraftState.ADDED
    assert version_faults() == []


@pytest.mark.parametrize("span", [(5, 5), (0, 10**8), (-1, 3)])
def test_only_words_of_the_paper_are_added(
    world: World, reading: Reading, span: tuple[int, int]
) -> None:
    value = shapes.blank(Field.SUBJECT, "x")
    with acting(world, "lan") as by, refused("draft.span_outside"):
        desk.add(
            reading=reading,
            field=Field.SUBJECT,
            value=value,
            start=span[0],
            end=span[1],
            by=by,
            on=clock.today(),
        )


# --- the whole reading -------------------------------------------------------------


def test_a_reading_is_set_aside_and_taken_up(world: World, reading: Reading) -> None:
    with acting(world, "lan") as by:
        seen = reading.version
        desk.set_aside(reading=reading, seen=seen, by=by, on=clock.today())
        with refused("reading.not_open"):
            desk.accept(draft=one(reading), seen=1, by=by, on=clock.today())
        desk.take_up(reading=reading, seen=seen + 1, by=by, on=clock.today())
    assert reading.state == ReadingState.READY
    assert version_faults() == []


# --- who may -----------------------------------------------------------------------


@pytest.mark.parametrize(("who", "code"), NOT_DRAFTING)
def test_who_may_not_decide(
    world: World, reading: Reading, who: str, code: str
) -> None:
    draft, so = one(reading), world.bodies["so"].pk
    on = clock.today()
    deeds: list[Any] = [
        lambda by: desk.accept(draft=draft, seen=1, by=by, on=on),
        lambda by: desk.correct(draft=draft, seen=1, value=draft.value, by=by, on=on),
        lambda by: desk.drop(draft=draft, seen=1, by=by, on=on),
        lambda by: desk.reopen(draft=draft, seen=1, by=by, on=on),
        lambda by: desk.set_outside(draft=draft, seen=1, outside=True, by=by, on=on),
        lambda by: desk.choose_body(
            draft=draft, seen=1, place="lead", body=so, by=by, on=on
        ),
        lambda by: desk.add(
            reading=reading,
            field=Field.SUBJECT,
            value={"text": "x"},
            start=None,
            end=None,
            by=by,
            on=on,
        ),
        lambda by: desk.set_aside(reading=reading, seen=2, by=by, on=on),
        lambda by: desk.take_up(reading=reading, seen=2, by=by, on=on),
    ]
    for deed in deeds:
        with forbidden_to(world, who, code) as by:
            deed(by)


def test_a_partner_and_a_stranger_see_nothing_of_it(
    world: World, reading: Reading
) -> None:
    for who in ("minh", "cuc", "hanh"):
        with acting(world, who):
            assert not Draft.objects.exists()
            assert not Reading.objects.exists()
