"""Papers of bodies that do not exist: one of each layout, and one of every trouble."""

from datetime import date

from phoihop.drafting.paper import (
    Annex,
    Form,
    Heading,
    Issuer,
    Level,
    Paper,
    Paragraph,
    Signature,
    Table,
)

PROSE = (
    "Trong 6 tháng đầu năm 2026, các bên đã phối hợp chặt chẽ trong việc cung cấp "
    "thông tin, nắm bắt tình hình và giải quyết những vấn đề mà Nhân dân quan tâm; "
    "công tác phối hợp đi vào nền nếp, có kết quả cụ thể, được ghi nhận tại các kỳ "
    "giao ban."
)
HEADS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Số lượt")
WIDTHS = (6, 40, 26, 16, 12)


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    """So many rows of a table of tasks."""
    return tuple(
        (
            str(place),
            f"Tổ chức hội nghị cung cấp thông tin lần thứ {place} về tình hình thực "
            "hiện chương trình phối hợp",
            "Sở Văn hóa và Thể thao tỉnh Lạc Sơn",
            f"{place % 28 + 1:02}/06/2026",
            f"{place * 7 % 900}",
        )
        for place in range(1, count + 1)
    )


def table(count: int, caption: str = "") -> Table:
    """A table of tasks of so many rows."""
    return Table(HEADS, rows(count), WIDTHS, caption=caption, numeric=frozenset({4}))


BODY = (
    Paragraph(PROSE),
    Heading("Kết quả thực hiện", Level.SECTION, "I."),
    Heading("Công tác trao đổi, cung cấp thông tin", Level.ITEM, "1."),
    Paragraph(PROSE),
    Paragraph("Tổ chức 12 hội nghị, đạt 95 % kế hoạch của quý II;", marker="a)"),
    Paragraph("Ban hành Kế hoạch số 08/KH-UBND ngày 05 tháng 6 năm 2026;", marker="b)"),
    Heading("Những nhiệm vụ đã hoàn thành", Level.ITEM, "2."),
    table(3, "Bảng 1. Nhiệm vụ hoàn thành trước thời hạn"),
    Heading("Tồn tại, hạn chế", Level.SECTION, "II."),
    Paragraph("Không có số liệu", italic=True),
    Heading("Phương hướng, nhiệm vụ", Level.SECTION, "III."),
    Paragraph(PROSE + " Trân trọng báo cáo"),
)

STATE = Paper(
    form=Form.STATE,
    issuers=(Issuer("Sở Văn hóa và Thể thao", "Ủy ban nhân dân tỉnh Lạc Sơn"),),
    symbol="BC-SVHTT",
    place="Lạc Sơn",
    kind="BÁO CÁO",
    subject="Kết quả thực hiện chương trình phối hợp 6 tháng đầu năm 2026",
    blocks=BODY,
    signatures=(Signature(("KT. Giám đốc", "Phó Giám đốc"), "Trần Thị Mẫu"),),
    number="5",
    day=date(2026, 6, 5),
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Căn cứ Chương trình phối hợp số 12/CTr-SVHTT ngày 08 tháng 01 năm 2026;",
    ),
    addressees=("Ủy ban nhân dân tỉnh Lạc Sơn",),
    recipients=("Như trên", "Thường trực Tỉnh ủy (b/c);", "Các bên tham gia"),
    filed="VT, QLVH",
    annexes=(
        Annex("Danh mục nhiệm vụ", (Paragraph(PROSE), table(40)), landscape=True),
        Annex("Tổng hợp số liệu", (table(5), Paragraph(PROSE))),
    ),
)

LETTER = Paper(
    form=Form.STATE,
    issuers=(Issuer("Ủy ban nhân dân xã Vân Khê"),),
    symbol="UBND-VX",
    place="Vân Khê",
    kind="",
    subject="cung cấp số liệu phối hợp quý II năm 2026",
    blocks=(Paragraph(PROSE), Paragraph("Trân trọng đề nghị quý cơ quan phối hợp.")),
    signatures=(Signature(("TM. Ủy ban nhân dân", "Chủ tịch")),),
    year=2026,
    addressees=("Ban Tuyên giáo và Dân vận Tỉnh ủy;", "Sở Y tế", "Công an tỉnh."),
    recipients=("Như trên",),
)

PARTY = Paper(
    form=Form.PARTY,
    issuers=(Issuer("Ban Tuyên giáo và Dân vận", "Tỉnh ủy Lạc Sơn"),),
    symbol="BC/BTGDVTU",
    place="Lạc Sơn",
    kind="BÁO CÁO",
    subject="Sơ kết chương trình phối hợp 6 tháng đầu năm 2026",
    blocks=(
        Paragraph(PROSE),
        Heading("Kết quả", Level.SECTION, "I-"),
        Heading("Công tác thông tin", Level.ITEM, "1-"),
        Paragraph(PROSE),
        table(3),
    ),
    signatures=(Signature(("K/T Trưởng ban", "Phó Trưởng ban"), "Lê Văn Thử"),),
    recipients=("Thường trực Tỉnh ủy (báo cáo)", "Các bên tham gia"),
    filed="Văn phòng Ban",
)

JOINT = Paper(
    form=Form.STATE,
    issuers=(
        Issuer("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Tỉnh ủy Lạc Sơn"),
        Issuer("Ủy ban nhân dân tỉnh Lạc Sơn"),
    ),
    symbol="KH-BTGDVTU-UBND",
    place="Lạc Sơn",
    kind="KẾ HOẠCH",
    subject="Phối hợp giải quyết những vấn đề Nhân dân quan tâm năm 2026",
    blocks=BODY[:6],
    signatures=(
        Signature(("Trưởng ban",), "Nguyễn Thị Ví Dụ"),
        Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), "Vũ Văn Tả"),
    ),
    recipients=("Thường trực Tỉnh ủy (b/c)", "Các sở, ban, ngành"),
    filed="VT hai cơ quan",
    year=2026,
)

ALL = {"state": STATE, "letter": LETTER, "party": PARTY, "joint": JOINT}

# Texts that are something else elsewhere: code of typst, markup, formulas, fields.
HOSTILE = (
    '#read("/etc/passwd")',
    "#sys.inputs $x^2$ *b* _i_ `r` <label> @ref // c /* d */",
    '\\ [ ] { } #panic() #import "@preview/x:0.1.0": *',
    "</w:t></w:r></w:p><w:p> & <script>alert(1)</script> ]]>",
    '=HYPERLINK("http://a.invalid","x")',
    "{ INCLUDETEXT C:\\\\a } {{ 7*7 }} {% raw %} ${x} %s",
    "-- --- ... ~ 'a' \"b\" https://a.invalid/?q=1",
    "= Không phải đề mục",
    "+ không phải danh sách",
)


def saying(*texts: str) -> Paper:
    """A paper that says these texts at every place that somebody writes."""
    first = texts[0]
    said = tuple(Paragraph(text) for text in texts)
    cells = tuple((text, text, "1") for text in texts)
    return Paper(
        form=Form.STATE,
        issuers=(Issuer(first, first),),
        symbol=first,
        place=first,
        kind=first,
        subject=first,
        blocks=(
            *said,
            Heading(first, Level.ITEM, first),
            Table((first, "b", "c"), cells, (3, 2, 1), caption=first),
            *said,
        ),
        signatures=(Signature((first,), first),),
        number=first,
        bases=texts,
        addressees=texts,
        recipients=texts,
        filed=first,
        annexes=(Annex(first, said),),
    )


EMPTY = Paper(
    form=Form.STATE,
    issuers=(),
    symbol="",
    place="",
    kind="",
    subject="",
    blocks=(),
    signatures=(),
    filed="",
)
# Every letter of the language with every tone, as letters of their own.
LETTERS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
