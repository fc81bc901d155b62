"""The .pdf read by others: text in order, tags, faces, standards; nothing is code."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst

from phoihop.drafting import docx, pdf
from phoihop.drafting.faces import signs
from phoihop.drafting.paper import Form, Paper, Paragraph, Table
from tests.drafting import specimens
from tests.drafting.read_back import docx as taken_apart
from tests.drafting.read_back import pages, run

pytestmark = pytest.mark.pure

Made = Callable[[Paper], bytes]
TEMPLATE = Path(pdf.__file__).with_name("paper.typ")


@pytest.mark.parametrize("paper", specimens.ALL.values(), ids=specimens.ALL)
def test_both_writers_say_the_same_in_the_same_order(paper: Paper, made: Made) -> None:
    """But for page numbers and heads of tables, which a .pdf says on every page."""
    short = replace(
        paper, annexes=tuple(replace(each, landscape=False) for each in paper.annexes)
    )
    pdf_text = run("".join(pages(made(short))))
    at = 0
    for line in taken_apart(docx.write(short)).lines:
        found = pdf_text.find(run(line), at)
        assert found >= 0, line
        at = found


def test_a_pdf_is_tagged_and_says_what_it_is(made: Made) -> None:
    with pikepdf.open(BytesIO(made(specimens.STATE))) as found:
        assert found.Root.MarkInfo.Marked
        assert str(found.Root.Lang) == "vi-VN"
        assert found.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in found.Root
        with found.open_metadata() as about:
            assert about["pdfaid:part"] == "2"
            assert about["pdfaid:conformance"] == "A"
            assert about["pdfuaid:part"] == "1"
            assert "BÁO CÁO" in about["dc:title"]
        assert "/AF" not in found.Root
        assert "JavaScript" not in str(found.Root.get("/Names", ""))


def test_tags_say_heading_table_and_paragraph(made: Made) -> None:
    with pikepdf.open(BytesIO(made(specimens.STATE))) as found:
        kinds = [str(kind) for kind in _kinds(found.Root.StructTreeRoot)]
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") == 15
    assert kinds.count("/TD") == (3 + 40 + 5) * 5
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/H3")
    assert kinds.count("/P") > 10


def _kinds(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The kinds of all elements of the tree of tags, in order."""
    if not isinstance(element, pikepdf.Dictionary):
        return []
    kinds = [element.S] if "/S" in element else []
    below = element.get("/K", pikepdf.Array())
    for each in below if isinstance(below, pikepdf.Array) else [below]:
        kinds += _kinds(each)
    return kinds


def test_every_face_is_tinos_and_embedded(made: Made) -> None:
    with pikepdf.open(BytesIO(made(specimens.STATE))) as found:
        faces = [each for each in found.objects if _is(each, "/FontDescriptor")]
        assert {str(each.FontName).partition("+")[2] for each in faces} == {
            "Tinos-Regular",
            "Tinos-Bold",
            "Tinos-Italic",
            "Tinos-BoldItalic",
        }
        assert all("/FontFile2" in each for each in faces)


def _is(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Type")) == kind


def test_every_letter_of_the_language_can_be_read_back(made: Made, fonts: Path) -> None:
    letters = [
        unicodedata.normalize("NFC", letter + tone)
        for letter in specimens.LETTERS
        for tone in specimens.TONES
    ]
    letters += ["đ", *map(str.upper, letters), "Đ"]
    assert len(set(letters)) == 146
    assert set(letters) <= signs(fonts)
    text = " ".join(letters)
    said = run(
        "".join(pages(made(replace(specimens.PARTY, blocks=(Paragraph(text),)))))
    )
    assert run(text) in said


@pytest.mark.parametrize("text", specimens.HOSTILE)
def test_whatever_a_text_looks_like_it_leaves_as_text(text: str, made: Made) -> None:
    said = run("".join(pages(made(specimens.saying(text)))))
    assert said.count(run(text)) >= 8
    assert "root:" not in said


def test_all_hostile_texts_leave_together(made: Made) -> None:
    with pikepdf.open(BytesIO(made(specimens.saying(*specimens.HOSTILE)))) as found:
        for thing in found.objects:
            assert not _is(thing, "/Action")
            assert not _is(thing, "/Annot")


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        '#read("../../../../../../etc/passwd")',
        '#read("layout.py")',
        '#image("/etc/hostname")',
        '#include "/etc/passwd"',
    ],
)
def test_even_code_would_reach_no_file(source: str) -> None:
    """What the writer gives typst as the root is a file: no path leads below it."""
    with pytest.raises(typst.TypstError, match=r"Not a directory|escape the"):
        typst.Compiler(root=TEMPLATE).compile(source.encode(), format="pdf")


def test_signs_that_the_face_lacks_are_shown_as_lacking(made: Made) -> None:
    paper = replace(specimens.PARTY, blocks=(Paragraph("trước 漢😀\ue000 sau"),))
    assert run("trước\ufffd\ufffd\ufffdsau") in run("".join(pages(made(paper))))


def test_words_wider_than_their_column_stay_on_the_page(made: Made) -> None:
    table = Table(("a", "b"), (("x" * 300, "y"),), (1, 9))
    paper = replace(specimens.PARTY, blocks=(Paragraph("w" * 500), table))
    said = run("".join(pages(made(paper))))
    assert "w" * 500 in said
    assert "x" * 300 in said


def test_a_row_higher_than_a_page_loses_nothing(made: Made) -> None:
    words = " ".join(f"từ{number}" for number in range(4000))
    table = Table(("a", "b"), (("1", words),), (1, 3))
    found = pages(made(replace(specimens.PARTY, blocks=(table,))))
    assert len(found) > 3
    said = run("".join(found))
    assert all(f"từ{number}" in said for number in range(4000))


def test_pages_are_numbered_from_the_second_and_anew_in_each_appendix(
    made: Made,
) -> None:
    found = [page.split("\r\n")[0] for page in pages(made(specimens.STATE))]
    starts = [number for number, head in enumerate(found) if not head.isdigit()]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        assert found[start + 1 : end] == [
            str(number) for number in range(2, end - start + 1)
        ]


def test_a_paper_without_anything_is_still_a_paper(made: Made) -> None:
    for form in Form:
        assert len(pages(made(replace(specimens.EMPTY, form=form)))) == 1


def test_the_same_paper_gives_the_same_bytes(made: Made) -> None:
    assert made(specimens.STATE) == made(specimens.STATE)
    assert made(specimens.LETTER) == made(specimens.LETTER)


def test_a_folder_without_the_faces_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pdf.write(specimens.PARTY, fonts=tmp_path)


def test_a_file_that_is_no_face_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(40))
    with pytest.raises(ValueError, match="No face"):
        signs(tmp_path)
