"""What is tried: a name, how bytes are read, and honest papers to begin from.

**A new format is one line in ``TARGETS``.** A try may end well or in ``Refused``;
whatever else is raised is a finding.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from phoihop.reading import sources
from phoihop.reading.engine import read
from phoihop.reading.jail import Jail
from phoihop.reading.shape import as_gold
from phoihop.reading.sources.mail import attached
from phoihop.refusals import Refused
from tests.fuzz import seeds
from tests.hostile.papers import docx_parts, package, xlsx_parts

Try = Callable[[bytes], None]


@dataclass(frozen=True)
class Target:
    """One reader: what is done with bytes, what to begin from, its words."""

    run: Try
    seeds: Callable[[], list[bytes]]
    # Words that the machine may put in whole.
    words: tuple[str, ...] = ()
    longest: int = 32_768


def of_file(ending: str) -> Try:
    """The bytes as a file with this ending, read here and not in the jail."""

    def run(data: bytes) -> None:
        try:
            sources.read(data, ending=ending)
        except Refused:
            return

    return run


def of_parts(ending: str, full: Mapping[str, str | bytes]) -> Try:
    """The bytes as one part of an office file; the first of them says which.

    The archive around it is whole: a changed byte in a packed part would only be
    found out by its sum.
    """
    parts = seeds.bare(full)
    names = sorted(parts)
    whole = of_file(ending)

    def run(data: bytes) -> None:
        if data:
            whole(package({**parts, names[data[0] % len(names)]: data[1:]}))

    return run


def of_mail(data: bytes) -> None:
    """The bytes as an e-mail, of which the attachments are taken."""
    try:
        attached(data)
    except Refused:
        return


def of_text(data: bytes) -> None:
    """The bytes as a text, read for all its findings and written as labels."""
    try:
        as_gold(read(data.decode("utf-8", "replace")))
    except Refused:
        return


@cache
def _jail() -> Jail:
    return Jail()


def in_jail(ending: str, data: bytes) -> None:
    """Read in the jail: for parsers in C, which may take a process with them.

    That one breaks down is no finding: the jail is there for it. That it takes longer
    than its clock, or that the jail itself fails, is one.
    """
    try:
        _jail().extract(data, name=f"a.{ending}")
    except Refused:
        return


TARGETS: dict[str, Target] = {
    "docx": Target(of_file("docx"), seeds.docx_files),
    "docx-parts": Target(
        of_parts("docx", docx_parts(links=seeds.LINKS, more=seeds.MORE)),
        seeds.docx_parts_one_by_one,
        seeds.WORDS_OF_DOCX,
    ),
    "xlsx": Target(of_file("xlsx"), seeds.xlsx_files),
    "xlsx-parts": Target(
        of_parts(
            "xlsx", xlsx_parts(links=seeds.LINKS_OF_XLSX, more=seeds.MORE_OF_XLSX)
        ),
        seeds.xlsx_parts_one_by_one,
        seeds.WORDS_OF_XLSX,
    ),
    "doc": Target(of_file("doc"), seeds.old_papers),
    "eml": Target(of_mail, seeds.mails, seeds.WORDS_OF_MAIL),
    "html": Target(of_file("html"), seeds.pages, seeds.WORDS_OF_HTML),
    "txt": Target(of_file("txt"), seeds.texts),
    "csv": Target(of_file("csv"), seeds.tables),
    "pdf": Target(partial(in_jail, "pdf"), seeds.pdfs, seeds.WORDS_OF_PDF),
    "text": Target(of_text, seeds.texts, seeds.WORDS_OF_TEXT, longest=4_096),
}
