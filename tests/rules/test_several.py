"""Several bodies in one cell: where one name ends and the next begins."""

import pytest

from phoihop.organisations.rules.several import bodies_in, is_group

KNOWN = {
    "Sở Nội vụ",
    "Sở Y tế",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Ban Tuyên giáo và Dân vận",
}

CELLS = [
    ("Sở Nội vụ", ["Sở Nội vụ"]),
    ("Sở Nội vụ; Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
    ("- Sở Nội vụ\n- Sở Y tế.", ["Sở Nội vụ", "Sở Y tế"]),
    ("1. Sở Nội vụ\n2) Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
    ("Sở Nội vụ, Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
    ("Sở Nội vụ,Sở Y tế,", ["Sở Nội vụ", "Sở Y tế"]),
    ("Sở Nội vụ; Sở Nội vụ", ["Sở Nội vụ"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    (
        "Sở Y tế, Sở Văn hóa, Thể thao và Du lịch, Sở Lạ",
        ["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Sở Lạ"],
    ),
    ("Sở Nội vụ và Sở Y tế", ["Sở Nội vụ", "Sở Y tế"]),
    (
        "Sở Nội vụ, Ban Tuyên giáo và Dân vận và Sở Y tế",
        ["Sở Nội vụ", "Ban Tuyên giáo và Dân vận", "Sở Y tế"],
    ),
    ("Sở Lạ và Sở Quen", ["Sở Lạ và Sở Quen"]),
    ("Sở Nội vụ; các sở, ban, ngành", ["Sở Nội vụ", "các sở, ban, ngành"]),
    ("Sở Y tế, các xã, phường", ["Sở Y tế", "các xã, phường"]),
    ("Sở Y tế: cung cấp số liệu, báo cáo\nSở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("  ;\n ; ", []),
]


@pytest.mark.parametrize(("cell", "bodies"), CELLS)
def test_a_cell_is_split_where_names_end(cell: str, bodies: list[str]) -> None:
    assert bodies_in(cell, KNOWN.__contains__) == bodies


def test_many_at_once_are_a_group() -> None:
    assert is_group("Các sở, ban, ngành")
    assert is_group("Toàn thể các đơn vị")
    assert not is_group("Sở Nội vụ")
