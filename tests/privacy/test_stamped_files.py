"""C40: a paper with a stamp of secrecy is refused, wherever the stamp stands.

A tenth of the files in the ordinary run, all of them in the long one, with the misses
listed; clean papers are let through.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from phoihop.documents.models import Document
from phoihop.files import examining
from phoihop.files.examining import examine
from phoihop.files.models import FileChecked, StoredFile
from phoihop.refusals import Refused
from phoihop.screening import stamps
from phoihop.trail.models import Payload
from tests.conftest import SignIn
from tests.factories import World
from tests.pages.papers import paper
from tests.pages.visiting import send
from tests.privacy.stamped_files import Made, clean, clean_scans, scanned, with_text
from tests.reading.scanned import needs_reader, page_of, scan, stamped
from tests.witness import every

SAMPLES = Path(__file__).parents[2] / "samples"
# A folder of real papers without a stamp, where somebody has one.
CORPUS = os.environ.get("CORPUS", "")
FEWEST_CAUGHT = 118 / 120


def missed(files: Iterable[Made]) -> tuple[int, list[str]]:
    """(how many there were, which were not refused for their stamp)."""
    count, through = 0, []
    for what, name, make in files:
        count += 1
        told = "taken"
        try:
            examine(make(), name=name, declared=True)
        except Refused as refused:
            told = refused.code
        if told != "file.classified":
            through.append(f"{what} ({name}): {told}")
    return count, through


@pytest.mark.pure
def test_a_tenth_of_the_stamped_files_is_refused() -> None:
    count, through = missed(list(with_text())[::10])
    assert count >= 12
    assert through == []


@pytest.mark.pure
@needs_reader
def test_a_stamp_on_a_scan_is_seen() -> None:
    page = page_of("Kế hoạch phối hợp năm 2026 của tỉnh Lam Khê\n" * 3)
    made = scan(stamped(page, "TỐI MẬT", turn=-8))
    assert missed([("scan", "a.pdf", lambda: made)]) == (1, [])


@pytest.mark.pure
@pytest.mark.long
def test_every_stamped_file_is_refused() -> None:
    count, through = missed(with_text())
    print(f"{count} files, let through: {through}")
    assert count >= 120
    assert len(through) <= count * (1 - FEWEST_CAUGHT)


@pytest.mark.pure
@pytest.mark.long
@needs_reader
def test_every_stamped_scan_is_refused() -> None:
    count, through = missed(scanned())
    print(f"{count} scans, let through: {through}")
    assert count >= 27
    assert len(through) <= count * (1 - FEWEST_CAUGHT)


@pytest.mark.pure
def test_a_check_that_passes_boxes_over_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The planted bug: only the body is looked at."""

    def only_the_first(texts: Iterable[str]) -> None:
        for text in list(texts)[:1]:
            if stamps.find(text):
                raise Refused("file.classified", field="file")

    monkeypatch.setattr(examining, "refuse_stamped", only_the_first)
    files = [one for one in with_text() if one[0] in ("docx box", "doc header")]
    count, through = missed(files)
    assert len(through) == count > 0


@pytest.mark.pure
def test_clean_papers_are_taken() -> None:
    for name, data in clean(SAMPLES):
        assert examine(data, name=name).checked == FileChecked.MACHINE


@pytest.mark.pure
@pytest.mark.long
@needs_reader
def test_clean_scans_are_taken_with_a_red_seal_on_them() -> None:
    sample = (SAMPLES / "quy-che-phoi-hop.pdf").read_bytes()
    examined = examine(clean_scans(sample), name="a.pdf")
    assert examined.checked == FileChecked.PICTURE


@pytest.mark.pure
@pytest.mark.long
@pytest.mark.skipif(not CORPUS, reason="CORPUS names no folder of real papers")
def test_no_real_paper_without_a_stamp_is_refused_for_one() -> None:
    refused, count = [], 0
    for name, data in clean(Path(CORPUS)):
        count += 1
        try:
            examine(data, name=name, declared=True)
        except Refused as error:
            if error.code == "file.classified":
                refused.append(name)
    print(f"{count} papers, refused: {refused}")
    assert count > 0
    assert refused == []


CANARY = "chim-yen-9137"


@pytest.mark.parametrize("kind", ["docx", "doc", "txt", "pdf"])
def test_nothing_of_a_refused_file_is_kept(
    world: World, sign_in: SignIn, kind: str
) -> None:
    """No row, no byte, no name in the trail: only that it was refused, and why."""
    (name, make) = next(
        (name, make) for what, name, make in with_text() if what == f"{kind} plain"
    )
    client = sign_in("lan")
    answer = send(
        client, reverse("document_receive"), file=paper(make(), f"{CANARY}-{name}")
    )
    assert answer.status_code == 422
    assert "Tệp có dấu chỉ mức độ mật" in answer.content.decode()
    assert (every(Document), every(StoredFile)) == ([], [])
    root = Path(settings.FILES_ROOT)
    assert [path for path in root.rglob("*") if path.is_file()] == []
    told = [row.text for row in Payload.objects.all()]
    assert not any(CANARY in text or "sha256" in text for text in told)
    assert any("file.classified" in text for text in told)
