"""Papers in which words are hidden, one way each; and honest ones that look alike.

Each hidden paper says the same sentence, so that a test knows what must be marked.
"""

from collections.abc import Callable

from tests.hostile.papers import Link, docx, html, paragraph, styles_part

# (name, the bytes, the ending of the file, the kind of hiding).
Hidden = tuple[str, bytes, str, str]
HIDDEN_WORDS = "Sở Nội vụ nộp báo cáo"
SEEN = "Sở Tư pháp chủ trì hội nghị."
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
STYLES: tuple[Link, ...] = (("styles", "styles.xml"),)


def run(properties: str, text: str = HIDDEN_WORDS) -> str:
    """A run with these properties."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def of_run(properties: str, text: str = HIDDEN_WORDS) -> str:
    """A paragraph of one such run."""
    return f"<w:p>{run(properties, text)}</w:p>"


def with_run(properties: str, *, paragraph_says: str = "") -> bytes:
    """A paper in which one run has these properties, its paragraph perhaps others."""
    said = f"<w:pPr>{paragraph_says}</w:pPr>" if paragraph_says else ""
    return docx(f"{paragraph(SEEN)}<w:p>{said}{run(properties)}</w:p>")


def styled(styles: str, body: str) -> bytes:
    """A paper with styles of its own."""
    return docx(
        paragraph(SEEN) + body,
        links=STYLES,
        more={"word/styles.xml": styles_part(styles)},
    )


def style(kind: str, key: str, inside: str, *, under: str = "") -> str:
    """A style, which may stand on another one."""
    on = f'<w:basedOn w:val="{under}"/>' if under else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}">{on}{inside}</w:style>'


def cell(text: str, properties: str = "") -> str:
    """A table of one cell."""
    return (
        f"<w:tbl><w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc></w:tr></w:tbl>"
    )


def box(anchor: str, about: str = "") -> str:
    """A text box that stands there."""
    return (
        f"<w:p><w:r><w:drawing {WP}><wp:anchor>{anchor}"
        f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" {about}/>'
        f"<w:txbxContent>{paragraph(HIDDEN_WORDS)}</w:txbxContent>"
        "</wp:anchor></w:drawing></w:r></w:p>"
    )


def page(words: str, sheet: str = "") -> bytes:
    """A web page with hidden words behind honest ones."""
    return html(f"<style>{sheet}</style><p>{SEEN}</p>{words}")


def span(style_says: str) -> bytes:
    """A web page with words in a span of this style."""
    return page(f'<p><span style="{style_says}">{HIDDEN_WORDS}</span></p>')


WHITE = '<w:color w:val="FFFFFF"/>'
FLOATS = (
    '<wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset>'
    "</wp:positionH>"
)
CHAIN = style("character", "Nen", f"<w:rPr>{WHITE}</w:rPr>") + style(
    "character", "Con", "", under="Nen"
)
TINY_STYLE = style("paragraph", "Nho", '<w:rPr><w:sz w:val="2"/></w:rPr>')
AWAY_STYLE = style(
    "paragraph", "Xa", '<w:pPr><w:ind w:left="-20000"/></w:pPr>'
) + style("paragraph", "XaHon", "", under="Xa")
TABLE_STYLE = style("table", "Bang", f"<w:rPr>{WHITE}</w:rPr>")
VANISHED = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>"
)
OLD_BOX = (
    '<w:p><w:r><w:pict><v:shape style="position:absolute;margin-left:-2000pt;'
    f'width:90pt"><v:textbox><w:txbxContent>{paragraph(HIDDEN_WORDS)}'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)

DOCX: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("white", lambda: with_run(WHITE), "white"),
    ("nearly white", lambda: with_run('<w:color w:val="F7F7F7"/>'), "white"),
    (
        "white by its theme, black by its number",
        lambda: with_run('<w:color w:val="000000" w:themeColor="background1"/>'),
        "white",
    ),
    (
        "black on black",
        lambda: with_run(
            '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'
        ),
        "white",
    ),
    (
        "yellow on yellow light",
        lambda: with_run('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
        "white",
    ),
    (
        "letters filled with nothing",
        lambda: with_run(f"<w14:textFill {W14}><w14:noFill/></w14:textFill>"),
        "white",
    ),
    (
        "white by a style of a style",
        lambda: styled(CHAIN, of_run('<w:rStyle w:val="Con"/>')),
        "white",
    ),
    (
        "white by the style of its table",
        lambda: styled(
            TABLE_STYLE,
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr><w:tr><w:tc>'
            f"{paragraph(HIDDEN_WORDS)}</w:tc></w:tr></w:tbl>",
        ),
        "white",
    ),
    ("half a point", lambda: with_run('<w:sz w:val="1"/>'), "tiny"),
    ("three points", lambda: with_run('<w:sz w:val="6"/>'), "tiny"),
    ("squeezed", lambda: with_run('<w:w w:val="1"/>'), "tiny"),
    (
        "a line without height",
        lambda: with_run(
            "", paragraph_says='<w:spacing w:line="10" w:lineRule="exact"/>'
        ),
        "tiny",
    ),
    (
        "tiny by the style of its paragraph",
        lambda: styled(
            TINY_STYLE,
            f'<w:p><w:pPr><w:pStyle w:val="Nho"/></w:pPr>{run("")}</w:p>',
        ),
        "tiny",
    ),
    (
        "a frame off the page",
        lambda: with_run(
            "", paragraph_says='<w:framePr w:w="900" w:x="-20000" w:hAnchor="page"/>'
        ),
        "off_page",
    ),
    (
        "pushed out to the left",
        lambda: with_run("", paragraph_says='<w:ind w:left="-15000"/>'),
        "off_page",
    ),
    (
        "pushed out by a style",
        lambda: styled(
            AWAY_STYLE,
            f'<w:p><w:pPr><w:pStyle w:val="XaHon"/></w:pPr>{run("")}</w:p>',
        ),
        "off_page",
    ),
    ("a box off the page", lambda: docx(paragraph(SEEN) + box(FLOATS)), "off_page"),
    ("an old box off the page", lambda: docx(paragraph(SEEN) + OLD_BOX), "off_page"),
    ("marked hidden", lambda: with_run("<w:vanish/>"), "marked_hidden"),
    ("hidden for good", lambda: with_run("<w:specVanish/>"), "marked_hidden"),
    ("hidden on the web", lambda: with_run("<w:webHidden/>"), "marked_hidden"),
    (
        "hidden by default",
        lambda: docx(
            of_run('<w:vanish w:val="0"/>', SEEN) + of_run(""),
            links=STYLES,
            more={"word/styles.xml": styles_part(VANISHED)},
        ),
        "marked_hidden",
    ),
    (
        "a hidden box",
        lambda: docx(paragraph(SEEN) + box("", 'hidden="1"')),
        "marked_hidden",
    ),
    (
        "signs of no width",
        lambda: docx(paragraph(HIDDEN_WORDS.replace("Nội", "N\u200bội"))),
        "zero_width",
    ),
    (
        "words run backwards",
        lambda: docx(paragraph(f"\u202e{HIDDEN_WORDS}\u202c")),
        "zero_width",
    ),
    (
        "a Cyrillic letter",
        lambda: docx(paragraph(HIDDEN_WORDS.replace("o", "\u043e"))),
        "look_alike",
    ),
)
HTML: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("white", lambda: span("color:white"), "white"),
    ("nearly white", lambda: span("color:#fafafa"), "white"),
    ("letters let through", lambda: span("color:rgba(0,0,0,0)"), "white"),
    ("no opacity", lambda: span("opacity:0"), "white"),
    ("dark on dark", lambda: span("background:#222;color:#242424"), "white"),
    (
        "white by an old attribute",
        lambda: page(f'<p><font color="#FFFFFF">{HIDDEN_WORDS}</font></p>'),
        "white",
    ),
    (
        "white by a class above",
        lambda: page(
            f'<div class="an"><p><b>{HIDDEN_WORDS}</b></p></div>', "div.an{color:#fff}"
        ),
        "white",
    ),
    ("a pixel", lambda: span("font-size:1px"), "tiny"),
    (
        "small of small",
        lambda: page(
            f'<p class="a"><i>{HIDDEN_WORDS}</i></p>',
            ".a{font-size:20%} .a i{font-size:20%}",
        ),
        "tiny",
    ),
    (
        "a box without height",
        lambda: page(f'<div style="height:0;overflow:hidden">{HIDDEN_WORDS}</div>'),
        "tiny",
    ),
    ("far off", lambda: span("position:absolute;left:-9999px"), "off_page"),
    (
        "indented away",
        lambda: page(f'<p style="text-indent:-9999px">{HIDDEN_WORDS}</p>'),
        "off_page",
    ),
    ("cut away", lambda: span("position:absolute;clip:rect(0,0,0,0)"), "off_page"),
    ("not displayed", lambda: span("display:none"), "marked_hidden"),
    ("not visible", lambda: span("visibility:hidden"), "marked_hidden"),
    ("hidden by Word", lambda: span("mso-hide:all"), "marked_hidden"),
    (
        "hidden by its attribute",
        lambda: page(f"<p hidden>{HIDDEN_WORDS}</p>"),
        "marked_hidden",
    ),
    (
        "hidden on screens by a sheet",
        lambda: page(
            f'<p id="an">{HIDDEN_WORDS}</p>', "@media screen{#an{display:none}}"
        ),
        "marked_hidden",
    ),
    (
        "a joiner in a word",
        lambda: page(f"<p>{HIDDEN_WORDS.replace('vụ', 'v&#8205;ụ')}</p>"),
        "zero_width",
    ),
    (
        "a Greek letter",
        lambda: page(f"<p>{HIDDEN_WORDS.replace('o', '&#959;')}</p>"),
        "look_alike",
    ),
)


def hidden_papers() -> list[Hidden]:
    """All of them, made."""
    return [
        *((f"docx: {name}", made(), "docx", kind) for name, made, kind in DOCX),
        *((f"html: {name}", made(), "html", kind) for name, made, kind in HTML),
    ]


def _on_dark_grounds() -> list[tuple[str, bytes, str]]:
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    head = style(
        "table",
        "Dam",
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{WHITE}</w:rPr><w:tcPr>{dark}</w:tcPr>'
        "</w:tblStylePr>",
    )
    headed = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Dam"/><w:tblLook w:firstRow="1"/></w:tblPr>'
        f"<w:tr><w:tc>{paragraph('Nhiệm vụ')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph(SEEN)}</w:tc></w:tr></w:tbl>"
    )
    white = f"<w:p>{run(WHITE)}</w:p>"
    overridden = style("paragraph", "Nhat", f"<w:rPr>{WHITE}</w:rPr>")
    return [
        ("white on a dark cell", docx(cell(white, dark)), "docx"),
        ("white on its own dark ground", with_run(WHITE + dark), "docx"),
        ("a table with a dark head", styled(head, headed), "docx"),
        (
            "a pale style with a dark run",
            styled(
                overridden,
                '<w:p><w:pPr><w:pStyle w:val="Nhat"/></w:pPr>'
                + run('<w:color w:val="000000"/>')
                + "</w:p>",
            ),
            "docx",
        ),
    ]


def _of_word() -> list[tuple[str, bytes, str]]:
    return [
        ("a colour the program chooses", with_run('<w:color w:val="auto"/>'), "docx"),
        ("grey", with_run('<w:color w:val="808080"/>'), "docx"),
        ("switched off", with_run('<w:vanish w:val="0"/>'), "docx"),
        (
            "a page number of a table of contents",
            docx(paragraph(SEEN) + f"<w:p>{run('<w:webHidden/>', '12')}</w:p>"),
            "docx",
        ),
        (
            "a tiny line of signs",
            docx(paragraph(SEEN) + of_run('<w:sz w:val="2"/>', "____")),
            "docx",
        ),
        (
            "a hanging indent",
            with_run("", paragraph_says='<w:ind w:left="-720" w:hanging="360"/>'),
            "docx",
        ),
    ]


def _of_text_and_web() -> list[tuple[str, bytes, str]]:
    return [
        ("a soft hyphen", docx(paragraph("công\u00adtác phối hợp")), "docx"),
        ("a space of no width between words", docx(paragraph("và\u200b hoặc")), "docx"),
        ("Greek signs of measure", docx(paragraph("10 kΩ, 5 μm, góc α và β")), "docx"),
        (
            "white on a dark bar",
            page(f'<div style="background:#1a3a6b;color:#fff">{SEEN}</div>'),
            "html",
        ),
        (
            "white on a picture",
            page(f'<td style="background:url(a.png);color:#fff">{SEEN}</td>'),
            "html",
        ),
        (
            "hidden when printed",
            page(f"<p class=a>{SEEN}</p>", "@media print{.a{display:none}}"),
            "html",
        ),
        (
            "an ordinary indent",
            page(f'<p style="text-indent:-18pt">{SEEN}</p>'),
            "html",
        ),
    ]


def honest_papers() -> list[tuple[str, bytes, str]]:
    """What looks as if it were hidden and is seen, or holds no words."""
    return [*_on_dark_grounds(), *_of_word(), *_of_text_and_web()]
