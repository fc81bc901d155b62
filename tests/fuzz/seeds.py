"""Honest papers, all of them fictional, that the machine begins from."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.hostile.ole import old_paper
from tests.hostile.papers import (
    HEAD,
    TEXT,
    Link,
    S,
    W,
    document,
    docx,
    docx_parts,
    html,
    paragraph,
    pdf,
    xlsx,
    xlsx_parts,
)
from tests.reading.mails import mail

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
PLAN = """\
ỦY BAN MTTQ VIỆT NAM TỈNH LAM KHÊ - SỞ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KHPH-MTTQ-STP
Lam Khê, ngày 15 tháng 3 năm 2026
KẾ HOẠCH
Phối hợp tuyên truyền, phổ biến pháp luật năm 2026
Căn cứ Luật số 14/2022/QH15 ngày 10/11/2022 của Quốc hội;
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao hiệu quả phối hợp giữa Ủy ban Mặt trận Tổ quốc và Sở Tư pháp.
II. NỘI DUNG
1. Sở Tư pháp chủ trì, phối hợp với Ban Thường trực tổ chức 02 hội nghị trong quý II
năm 2026; hoàn thành trước ngày 30/6/2026.
2. Định kỳ 6 tháng, hằng năm báo cáo kết quả về Thường trực Tỉnh ủy.
- Thời gian: 8 giờ 00, ngày 20/4/2026 (thứ Hai), tại hội trường tầng 2.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Văn Mẫu
"""
TABLE = """\
STT;Nhiệm vụ;Chủ trì;Thời hạn
1;"Tổ chức hội nghị; tọa đàm";Sở Tư pháp;30/6/2026
"""

CELLS = "".join(
    f"<w:tc>{paragraph(text)}</w:tc>" for text in ("TT", "Nhiệm vụ", "Chủ trì")
)
BODY = (
    "".join(paragraph(line) for line in PLAN.splitlines()[:9])
    + f"<w:tbl><w:tr>{CELLS}</w:tr></w:tbl>"
    + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    + '<w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    + '<w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del>'
    + '<w:r><w:rPr><w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/></w:rPr>'
    + "<w:t>ẩn</w:t><w:tab/><w:br/></w:r>"
    + '<w:hyperlink r:id="rId9"><w:r><w:t>đường dẫn</w:t></w:r></w:hyperlink>'
    + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
    + '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
LINKS: tuple[Link, ...] = (
    ("header", "header1.xml"),
    ("footnotes", "footnotes.xml"),
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
)
MORE: dict[str, str | bytes] = {
    "word/document.xml": document(BODY),
    "word/header1.xml": f'{HEAD}<w:hdr xmlns:w="{W}">{paragraph(TEXT)}</w:hdr>',
    "word/footnotes.xml": (
        f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{paragraph("Chú")}'
        "</w:footnote></w:footnotes>"
    ),
    "word/styles.xml": (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A">'
        '<w:name w:val="heading 1"/></w:style></w:styles>'
    ),
    "word/numbering.xml": (
        f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ),
    "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom/></w:settings>',
    "docProps/core.xml": (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
        '2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Kế hoạch</dc:title></cp:coreProperties>"
    ),
}
LINKS_OF_XLSX: tuple[Link, ...] = (
    ("sharedStrings", "sharedStrings.xml"),
    ("styles", "styles.xml"),
)
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46000</v></c>'
    '<c r="C1" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="D1" t="b"><v>1</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="e"><v>#N/A</v></c><c r="AB2"><v>1.5E3</v></c>'
    "</row>"
)
MORE_OF_XLSX: dict[str, str | bytes] = {
    "xl/worksheets/sheet1.xml": (
        f'{HEAD}<worksheet xmlns="{S}"><cols><col min="2" max="3" hidden="1"/></cols>'
        f'<sheetData>{ROWS}</sheetData><mergeCells><mergeCell ref="A1:C1"/>'
        "</mergeCells></worksheet>"
    ),
    "xl/sharedStrings.xml": (
        f'{HEAD}<sst xmlns="{S}"><si><t>Nhiệm vụ</t></si><si><r><t>Hội</t></r></si>'
        "</sst>"
    ),
    "xl/styles.xml": (
        f'{HEAD}<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="164" '
        'formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="164"/></cellXfs></styleSheet>'
    ),
}


ROOT = re.compile(r"<(?!\?)([\w:]+)[^>]*>")
# What leads to the other parts.
LEADING = ("[", "_rels", "word/_rels", "xl/_rels", "xl/workbook.xml")


def bare(parts: Mapping[str, str | bytes]) -> dict[str, str]:
    """The same parts with nothing in their roots.

    What a try reaches is then the doing of the one part that the machine writes.
    """
    found = {}
    for name, part in parts.items():
        text = part if isinstance(part, str) else part.decode()
        root = ROOT.search(text)
        if root and not name.startswith(LEADING):
            text = f"{HEAD}{root[0].rstrip('/>')}></{root[1]}>"
        found[name] = text
    return found


def docx_files() -> list[bytes]:
    """Small ones, and the project's own sample."""
    return [
        docx(),
        docx(links=LINKS, more=MORE),
        (SAMPLES / "ke-hoach-phoi-hop-2027.docx").read_bytes(),
    ]


def docx_parts_one_by_one() -> list[bytes]:
    """Each part behind the byte that names it."""
    return _one_by_one(docx_parts(links=LINKS, more=MORE))


def xlsx_files() -> list[bytes]:
    """Small ones."""
    return [xlsx(), xlsx(links=LINKS_OF_XLSX, more=MORE_OF_XLSX)]


def xlsx_parts_one_by_one() -> list[bytes]:
    """Each part behind the byte that names it."""
    return _one_by_one(xlsx_parts(links=LINKS_OF_XLSX, more=MORE_OF_XLSX))


def _one_by_one(parts: dict[str, str | bytes]) -> list[bytes]:
    return [
        bytes([number])
        + (part.encode() if isinstance(part := parts[name], str) else part)
        for number, name in enumerate(sorted(parts))
    ]


def pages() -> list[bytes]:
    """Web pages: words, a table, lists, what is hidden, what is left open."""
    rows = "<tr><td rowspan=2>TT<td colspan='3'>Nhiệm vụ<tr><th>1</table>"
    odd = "<p style='display:none'>ẩn<br>&nbsp;&#7847;&amp;<!-- a --><ul><li>a<li>b"
    return [html(), html(f"<table>{rows}{odd}<pre>\ta\n</pre>"), PLAN_AS_PAGE]


PLAN_AS_PAGE = html("".join(f"<p>{line}</p>" for line in PLAN.splitlines()))


def texts() -> list[bytes]:
    """The plan in each encoding that is taken, and the sample."""
    return [
        PLAN.encode(),
        PLAN.encode("utf-16"),
        PLAN[:400].encode("utf-8-sig"),
        "K\u00ea\u0301 hoa\u0323ch ph\u00f4\u0301i h\u01a1\u0323p".encode("cp1258"),
        (SAMPLES / "tin-hoi-nghi-phoi-hop.txt").read_bytes(),
    ]


def tables() -> list[bytes]:
    """Sheets with each separator."""
    return [TABLE.replace(";", sign).encode() for sign in ";,\t"]


def pdfs() -> list[bytes]:
    """One page, some pages."""
    return [pdf(), pdf(pages=3)]


WORDS_OF_DOCX = (
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "w:val=\"",
    "<w:ins>", "<w:del>", "<w:delText>", "<w:vanish/>", "<w:instrText>", "INCLUDETEXT",
    "<mc:AlternateContent>", "<mc:Fallback>", "<w:txbxContent>", "<!DOCTYPE", "&#x",
    "<w:numPr>", "<w:gridSpan w:val=\"2\"/>", "<w:vMerge/>", "TargetMode=\"External\"",
)  # fmt: skip
WORDS_OF_XLSX = (
    "<row r=\"", "<c r=\"", "t=\"s\"", "t=\"inlineStr\"", "<v>", "<f>", "<is><t>",
    "<mergeCell ref=\"A1:XFD1048576\"/>", "XFD1048576", "1E308", "-1", "nan", "46000",
    "formatCode=\"", "[h]:mm", "yyyy", "<!DOCTYPE", "hidden=\"1\"",
)  # fmt: skip
WORDS_OF_HTML = (
    "<table>", "<tr>", "<td>", "rowspan=", "colspan=", "</td>", "<p>", "<br>", "<div",
    "style=\"", "display:none", "<script>", "</script>", "<!--", "-->", "&#", "&nbsp;",
    "<svg>", "<math>", "<template>", "<meta charset=\"", "<select>", "<plaintext>",
)  # fmt: skip
WORDS_OF_PDF = (
    "obj", "endobj", "stream", "endstream", "xref", "trailer", "/Kids", "/Type", "/JS",
    "/Page", "/Filter", "/FlateDecode", "/Length", "/ObjStm", "/Prev", " 0 R", "<<",
    ">>", "BT", "Tj", "/Launch", "/Encrypt", "startxref", "%%EOF",
)  # fmt: skip
WORDS_OF_TEXT = (
    "Số: ", "/KH-", "UBND", "KẾ HOẠCH", "QUYẾT ĐỊNH", "Căn cứ ", "ngày ", "tháng ",
    "năm 2026", "quý II", "hoàn thành trước ngày ", "30/6/2026", "phối hợp", "chủ trì",
    "Sở Tư pháp", "Ủy ban", "Điều 1. ", "I. ", "1. ", "a) ", "- ", "Nơi nhận:", "KT. ",
    "GIÁM ĐỐC", "giai đoạn 2026 - 2030", "Định kỳ ", "hằng năm", "8 giờ 30", "thứ Hai",
    "\n", "\t", "|", "Luật số ", "CHƯƠNG TRÌNH PHỐI HỢP", "giữa", " và ", "tại ",
)  # fmt: skip


def old_papers() -> list[bytes]:
    """Papers as Word kept them before 2007."""
    return [
        old_paper(body=PLAN),
        old_paper(body="1. Báo cáo.\n", header="Lam Khê\n", box="ngang\n"),
    ]


# Made here and not when asked: the border between parts is drawn by lot.
_MAILS = (
    mail([("a.txt", PLAN.encode())]),
    mail([("a.txt", b"a"), ("b.html", html(TEXT))]),
)


def mails() -> list[bytes]:
    """E-mails with a paper or two on them."""
    return list(_MAILS)


WORDS_OF_MAIL = (
    "Content-Type: multipart/mixed; boundary=",
    "Content-Disposition: attachment; filename=",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "=?utf-8?B?",
    "message/rfc822",
)
