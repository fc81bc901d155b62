"""Honest files that were bent: cut short, bits turned, pieces moved.

Read in the jail, as in the product: words or a refusal with a name, never anything
else; and in this process by the readers in Python, where an exception would be seen.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phoihop.reading import sources
from phoihop.reading.jail import Jail
from phoihop.refusals import Refused
from phoihop.sentences.files import FILE_SENTENCES
from tests.fuzz.targets import TARGETS

pytestmark = pytest.mark.pure

FILES = ("doc", "docx", "xlsx", "pdf", "html", "txt", "csv")
# Read by Python and lxml; pdfium and qpdf may take the process with them.
HERE = (
    *("doc", "docx", "xlsx", "html", "txt", "csv", "eml"),
    *("docx-parts", "xlsx-parts"),
)
QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    made = Jail()
    yield made
    made.close()


@st.composite
def bent(draw: st.DrawFn, name: str) -> bytes:
    """One of a target's honest files, bent in one to four ways."""
    data = bytearray(draw(st.sampled_from(TARGETS[name].seeds())))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        to = min(len(data), at + draw(st.integers(1, 64)))
        match draw(st.sampled_from(("cut", "turn", "take", "twice", "put"))):
            case "cut":
                del data[at:]
            case "turn" if data:
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "take":
                del data[at:to]
            case "twice":
                data[at:at] = data[at:to]
            case _:
                data[at:at] = draw(st.binary(max_size=16))
    return bytes(data)


def said_of(jail: Jail, data: bytes, name: str) -> str:
    """The code of the refusal, if there is one."""
    try:
        jail.extract(data, name=name)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("ending", FILES)
def test_a_bent_file_is_read_or_refused_by_name(ending: str, jail: Jail) -> None:
    keeper = jail.keeper_pid

    @QUICK
    @given(bent(ending))
    def hold(data: bytes) -> None:
        assert said_of(jail, data, f"a.{ending}") in {"", *FILE_SENTENCES} - {
            "file.slow"
        }

    hold()
    assert jail.keeper_pid == keeper


@pytest.mark.parametrize("name", HERE)
def test_no_reader_raises_anything_but_a_refusal(name: str) -> None:
    """The jail would make a sentence of it; but each is a fault of ours."""

    @QUICK
    @given(bent(name))
    def hold(data: bytes) -> None:
        TARGETS[name].run(data)

    hold()


def test_a_reader_that_raises_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: a reader that trips over one turned bit."""
    honest = sources.READERS["txt"]

    def trips(data: bytes) -> object:
        assert b"\xe1" in data
        return honest(data)

    monkeypatch.setitem(sources.READERS, "txt", trips)
    with pytest.raises(AssertionError):
        test_no_reader_raises_anything_but_a_refusal("txt")


@QUICK
@given(bent("text"))
def test_a_bent_text_is_read_for_its_findings(data: bytes) -> None:
    TARGETS["text"].run(data)


def test_every_format_that_is_read_is_tried() -> None:
    assert set(sources.READERS) == set(FILES)
    assert set(sources.READERS) <= set(TARGETS)
