"""A task sheet: looked through beside its plan, entered as a whole, taken back."""

from datetime import date
from typing import Any

import pytest

from phoihop import clock
from phoihop.files.models import StoredFile
from phoihop.organisations.actions import directory
from phoihop.organisations.permissions import scoped
from phoihop.programmes.actions import plans
from phoihop.programmes.models import (
    Clause,
    Support,
    Task,
    TaskSheet,
    TaskSheetLine,
)
from phoihop.programmes.rules import task_sheet
from phoihop.programmes.sheet_lines import Mark
from phoihop.refusals import Refused
from phoihop.sentences import sentence
from tests.factories import World
from tests.refused import forbidden, refused
from tests.task_sheets import (
    BAN,
    KNOWN,
    NEW,
    SO,
    XA,
    entered,
    faults,
    handed_in,
    line,
    looked_through,
    marks,
    matched,
)
from tests.witness import dump, every, last_entry, said, version_faults

# --- looking through ---------------------------------------------------------------


def test_looking_through_makes_no_task(world: World) -> None:
    before = dump()["programmes_task"]
    sheet = looked_through(world, [line(), line(KNOWN), line(KNOWN, due="30/6/2026")])
    assert dump()["programmes_task"] == before
    assert (sheet.state, sheet.file_name) == ("preview", "phu-luc.xlsx")
    assert marks(world, sheet)[:2] == [Mark.NEW, Mark.KNOWN]
    assert faults(sheet)[2] == "twice:text"
    assert last_entry().did == "task_sheet.received"
    assert version_faults() == []


def test_the_file_is_kept_on_the_desk_of_the_body_that_handed_it_in(
    world: World,
) -> None:
    looked_through(world, [line()], name="minh")
    (file,) = every(StoredFile)
    assert file.scope_id == world.bodies["so"].desk_id
    (sheet,) = every(TaskSheet)
    assert (sheet.file_id, sheet.scope_id) == (file.pk, world.plan.scope_id)


def test_what_the_line_says_is_kept_in_its_own_words(world: World) -> None:
    words = line(support=f"{SO}; các xã, phường", due="trước quý IV/2026", note="Gấp")
    looked_through(world, [words])
    (row,) = every(TaskSheetLine)
    assert (row.number, row.text, row.lead_words) == (2, NEW, BAN)
    assert row.support_words == f"{SO}; các xã, phường"
    assert (row.due_words, row.note) == ("trước quý IV/2026", "Gấp")
    assert (row.supporters, row.group_words) == (
        [world.bodies["so"].pk],
        "các xã, phường",
    )


def test_bodies_are_known_by_name_alias_and_symbol(world: World) -> None:
    with scoped(world.actors["quang"]):
        directory.add_alias(
            body=world.bodies["ban"],
            text="Ban TGDV tỉnh",
            by=world.actors["quang"],
            on=clock.today(),
        )
    sheet = looked_through(world, [line(lead="BAN TGDV tinh"), line("Khác", lead=SO)])
    assert faults(sheet) == ["", ""]
    leads = [row.lead_id for row in every(TaskSheetLine)]
    assert leads == [world.bodies["ban"].pk, world.bodies["so"].pk]


def test_of_co_leads_the_first_leads_and_the_others_support(world: World) -> None:
    sheet = looked_through(world, [line(lead=f"{BAN}, {SO}", support=XA)])
    entered(world, sheet)
    task = every(Task)[-1]
    assert (task.lead_id, task.lead_words) == (
        world.bodies["ban"].pk,
        f"{BAN}, {SO}",
    )
    assert [row.organisation_id for row in every(Support)] == [world.bodies["so"].pk]
    # Who is no party is bound by no plan: its name stays in words.
    assert task.support_words == XA


def test_a_body_that_is_not_in_the_directory_is_a_fault_with_those_alike(
    world: World,
) -> None:
    looked_through(world, [line(lead="Sở Nội Lam Khê", support="Sở Trời")])
    (row,) = every(TaskSheetLine)
    assert row.faults == "unknown:lead unknown:support"
    so = world.bodies["so"].pk
    assert row.candidates == [
        ["unknown", "lead", "Sở Nội Lam Khê", [so]],
        ["unknown", "support", "Sở Trời", []],
    ]


def test_two_bodies_of_one_name_are_a_fault_unless_one_is_in_the_plan(
    world: World,
) -> None:
    with scoped(world.actors["hanh"]):
        for key in ("so", "xa"):
            alias(world, key, "Văn phòng")
        for key in ("xa", "ngoai"):
            alias(world, key, "Hội đồng")
    sheet = looked_through(
        world, [line(lead="Văn phòng"), line("Khác", support="Hội đồng")]
    )
    assert faults(sheet) == ["", "doubtful:support"]
    first, second = every(TaskSheetLine)
    assert first.lead_id == world.bodies["so"].pk
    assert second.candidates[0][3] == sorted(
        [world.bodies["xa"].pk, every(type(world.bodies["xa"]))[-1].pk]
    )


def alias(world: World, key: str, text: str) -> None:
    """Another name of a body of the world, or of one founded for it."""
    by, on = world.actors["hanh"], clock.today()
    body = world.bodies.get(key) or directory.found(
        name="Trường Chính trị tỉnh Lam Khê",
        type=world.bodies["ban"].Type.PARTY,
        level=world.bodies["ban"].Level.PROVINCE,
        founded_on=date(2026, 1, 5),
        by=by,
        on=on,
    )
    directory.add_alias(body=body, text=text, by=by, on=on)


def test_a_body_that_has_ended_is_a_fault(world: World) -> None:
    xa = world.bodies["xa"]
    with scoped(world.actors["hanh"]):
        xa.change(seen=xa.version, ended_on=clock.today())
    sheet = looked_through(world, [line(support=XA)])
    assert faults(sheet) == ["ended:support"]


def test_the_lead_must_be_a_party_of_the_plan(world: World) -> None:
    sheet = looked_through(world, [line(lead=XA)])
    assert faults(sheet) == ["not_party:lead"]


def test_personal_data_in_a_cell_keeps_neither_the_line_nor_the_file(
    world: World,
) -> None:
    """The fault says where; the words stand nowhere, nor does the file with them."""
    before = len(every(StoredFile))
    sheet = looked_through(
        world, [line("Giao ông Trần Văn Bền, 0912 345 678"), line(note="Bình thường")]
    )
    assert faults(sheet) == ["personal_data:text", ""]
    assert "Văn Bền" not in repr(dump())
    assert (len(every(StoredFile)), sheet.file) == (before, None)
    assert entered(world, sheet).state == "entered"


def test_a_sheet_with_a_stamp_of_secrecy_is_not_kept_at_all(world: World) -> None:
    before = dump()
    with refused("file.classified", field="file"):
        looked_through(world, [line()], above=[("TỐI MẬT",)])
    assert dump() == before


NO_LISTS: list[tuple[list[Any], dict[str, Any], str]] = [
    ([("A", "B")], {"heading": ("Họ tên", "Chức vụ")}, "task_sheet.foreign"),
    ([line()], {"heading": ("TT", "Nhiệm vụ", "Hạn")}, "task_sheet.foreign"),
    ([], {}, "task_sheet.empty"),
    ([line(f"Việc {n}") for n in range(301)], {}, "task_sheet.too_many"),
    ([line(f"Việc {n}") for n in range(30_000)], {}, "file.part_too_large"),
]


@pytest.mark.parametrize(("lines", "how", "code"), NO_LISTS)
def test_a_sheet_that_lists_no_tasks_is_refused_whole(
    world: World, lines: list[Any], how: dict[str, Any], code: str
) -> None:
    with refused(code, field="file"):
        looked_through(world, lines, **how)
    assert every(TaskSheet) == []


def test_ten_thousand_lines_are_refused_with_the_limit(world: World) -> None:
    rows = ["Nhiệm vụ;Chủ trì", *(f"Việc {n};{BAN}" for n in range(10_000))]
    with refused("task_sheet.too_many", field="file"):
        handed_in(world, "\n".join(rows).encode(), "giao-viec.csv")
    told = Refused("task_sheet.too_many", most=task_sheet.MOST_LINES)
    assert "300" in sentence(told)


def test_a_csv_with_semicolons_is_read(world: World) -> None:
    rows = [
        "Phụ lục;;",
        "Nội dung nhiệm vụ;Cơ quan chủ trì;Thời gian hoàn thành",
        f"Phát động, tuyên truyền;{BAN};quý III/2026",
    ]
    sheet = handed_in(world, "\r\n".join(rows).encode("utf-8-sig"), "giao-viec.csv")
    (row,) = every(TaskSheetLine)
    assert (row.text, row.due_date) == ("Phát động, tuyên truyền", date(2026, 9, 30))
    assert entered(world, sheet).state == "entered"


def test_merged_formulas_and_days_of_a_real_workbook_are_read(world: World) -> None:
    lines = [
        line("Việc một", due=date(2026, 7, 1)),
        line("Việc hai", lead="", due=None),
        line('="Việc "&"ba"', due=None),
    ]
    sheet = looked_through(world, lines, above=[("BẢNG", None)], merged=["C3:C4"])
    rows = every(TaskSheetLine)
    assert [row.lead_id for row in rows[:2]] == [world.bodies["ban"].pk] * 2
    assert rows[0].due_date == date(2026, 7, 1)
    # openpyxl saves no value beside a formula, as a program that never calculated.
    assert faults(sheet) == ["", "", "formula_empty:text no_text:text"]


def test_a_clause_is_found_by_its_number(world: World) -> None:
    with scoped(world.actors["lan"]):
        clause = Clause.objects.create(
            scope=world.plan.scope,
            plan=world.plan,
            number="II.1",
            text="Công tác tuyên truyền",
            position=1,
        )
    heading = ("Mục", "Nhiệm vụ", "Chủ trì")
    lines = [("Mục II. 1", "Việc", BAN), ("IX", "Khác", BAN)]
    looked_through(world, lines, heading=heading)
    assert [row.clause_id for row in every(TaskSheetLine)] == [clause.pk, None]


# --- saying which bodies are meant ---------------------------------------------------


def test_said_once_which_body_is_meant_holds_for_every_line(world: World) -> None:
    so = world.bodies["so"].pk
    lines = [
        line(lead="Sở Nội vụ"),
        line("Khác", support="Sở Nội vụ; Sở Lạ"),
        line(lead=SO),
    ]
    sheet = looked_through(world, lines)
    assert faults(sheet) == ["unknown:lead", "unknown:support", ""]
    sheet = matched(world, sheet, Sở_Nội_vụ=so)
    # Now the third is the same task with the same lead as the first.
    assert faults(sheet) == ["", "unknown:support", "twice:text"]
    first, second, _third = every(TaskSheetLine)
    assert (first.lead_id, second.supporters) == (so, [so])
    entry = last_entry()
    assert (entry.did, said(entry)["after"]) == ("task_sheet.matched", {"bodies": [so]})
    assert entered(world, sheet).state == "entered"
    assert version_faults() == []


def test_a_body_that_is_said_to_lead_must_be_in_the_plan(world: World) -> None:
    sheet = looked_through(world, [line(lead="Xã Đồng Mây")])
    matched(world, sheet, Xã_Đồng_Mây=world.bodies["xa"].pk)
    assert faults(sheet) == ["not_party:lead"]


def test_only_what_the_sheet_asks_is_said(world: World) -> None:
    sheet = looked_through(world, [line(lead="Sở Nội vụ"), line("Khác", due="31/02")])
    so = world.bodies["so"]
    with refused("task_sheet.not_asked"):
        matched(world, sheet, Sở_Lạ=so.pk)
    with refused("task_sheet.not_asked"):
        matched(world, sheet)
    with scoped(world.actors["hanh"]):
        so.change(seen=so.version, ended_on=clock.today())
    with refused("task_sheet.not_asked"):
        matched(world, sheet, Sở_Nội_vụ=so.pk)
    entered(world, looked_through(world, [line("Việc khác")]))
    with forbidden("task_sheet.of_others"):
        matched(world, sheet, name="minh", Sở_Nội_vụ=world.bodies["ban"].pk)


def test_a_line_of_another_plan_of_the_programme_is_left_to_that_plan(
    world: World,
) -> None:
    with scoped(world.actors["lan"]):
        plans.create(
            programme=world.programme,
            title="Kế hoạch phối hợp năm 2027",
            year=2027,
            partners=[world.bodies["so"]],
            by=world.actors["lan"],
            on=clock.today(),
        )
    heading = ("Kế hoạch", "Nhiệm vụ", "Chủ trì")
    lines = [
        ("Kế hoạch phối hợp năm 2027", "Việc", BAN),
        ("Kế hoạch phối hợp năm 2026", "Việc hai", BAN),
        ("12 buổi", "Việc ba", BAN),
    ]
    sheet = looked_through(world, lines, heading=heading)
    assert faults(sheet) == ["other_plan:plan", "", ""]
