"""Sheets as offices keep them, made with openpyxl."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

HEADING = (
    "Tên đơn vị",
    "Loại",
    "Cấp",
    "Ký hiệu",
    "Mã định danh",
    "Tên gọi khác",
    "Cấp trên trực tiếp",
    "Có tên này từ ngày",
)


def workbook(
    lines: Iterable[Sequence[Any]],
    *,
    heading: Sequence[Any] = HEADING,
    above: Iterable[Sequence[Any]] = (),
    merged: Iterable[str] = (),
) -> bytes:
    """An .xlsx with these lines under a heading, and perhaps a title above it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*above, heading, *lines):
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def body(name: str, **other: Any) -> tuple[Any, ...]:
    """A line of a list of bodies; what is not said is a state body of the province."""
    return (
        name,
        other.get("type", "cơ quan nhà nước"),
        other.get("level", "tỉnh"),
        other.get("symbol"),
        other.get("code"),
        other.get("aliases"),
        other.get("superior"),
        other.get("founded_on", "01/07/2025"),
    )
