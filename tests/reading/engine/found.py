"""What a reading says, for short assertions; every span is held to its words."""

from phoihop.reading.engine import read
from phoihop.reading.findings import Field, Finding, Reading

HEADER = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 84/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Lam, ngày 05 tháng 02 năm 2026
"""


def one(text: str, field: Field) -> Finding | None:
    """The surest finding about a field."""
    return read(text).one(field)


def value(text: str, field: Field) -> object:
    """What that finding says; None without one."""
    found = one(text, field)
    return found.value if found else None


def values(text: str, field: Field) -> list[object]:
    """What every finding about a field says."""
    return [found.value for found in read(text).of(field)]


def words(reading: Reading, found: Finding) -> str:
    """The words of the raw text that a finding stands on."""
    assert found.span is not None
    return reading.text[found.span.start : found.span.end]
