"""Looking at bytes before anything of them is kept.

Takes seconds, so it comes before the transaction and not inside it, where on SQLite
it would hold up every other writer.
"""

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from phoihop.files import rules
from phoihop.files.models import FileChecked, FileKind
from phoihop.reading import caps, jail, scans
from phoihop.reading.extracted import Extracted
from phoihop.refusals import Refused
from phoihop.screening import gate, stamps
from phoihop.screening.classes import TextClass

# The text of the largest paper at hand takes a second; more is somebody's trick to
# keep the server busy.
MOST_SECONDS = 10.0
# Looked at in portions, so that one odd letter does not slow down the whole text.
PORTION = 4_096
# For both ends of a scan together: whoever hands it in waits for it.
SECONDS_TO_LOOK = 30.0
# Fewer letters are no page of a paper: nothing was read.
FEWEST_LETTERS = 40


@dataclass(frozen=True)
class Examined:
    """Bytes that may be kept, with what is known of them."""

    name: str
    kind: FileKind
    checked: FileChecked
    # Never in a log or an error by way of repr.
    data: bytes = field(repr=False)
    # What was read in it, for whoever goes on with that; None for what we made.
    extracted: Extracted | None = field(default=None, repr=False)

    @property
    def sha256(self) -> str:
        """The sum of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def examine(
    data: bytes, *, name: str, declared: bool = False, body: int | None = None
) -> Examined:
    """Read a file that came from outside and look for what may not come in.

    Raises ``Refused``: a name that cannot be kept, a file that cannot or must not be
    read, a stamp of secrecy anywhere in it, or pages that no machine could read and
    nobody who has ``declared`` that they hold no state secret. ``body`` is the key
    of the body that hands it in.
    """
    named = rules.clean_name(name)
    if not named:
        raise Refused("file.name_missing", field="file")
    if len(data) > caps.FILE_BYTES:
        most = caps.FILE_BYTES // caps.MB
        raise Refused("file.too_large", field="file", most=most)
    refuse_stamped(rules.words_of_name(named))
    gate.hold(named, TextClass.FREE, field="file")
    extracted = jail.extract(data, name=named, body=body)
    refuse_stamped(text for _, text in extracted.texts())
    checked = FileChecked.MACHINE
    if extracted.needs_person:
        checked = _look_at_ends(data, extracted)
    if checked == FileChecked.PERSON and not declared:
        raise Refused("file.not_checked", field="declared")
    return Examined(
        name=named,
        kind=FileKind(extracted.kind),
        checked=checked,
        data=data,
        extracted=extracted,
    )


def of_mail(data: bytes, *, name: str) -> list[tuple[bytes, str]]:
    """(bytes, a name of ours) of each file on an e-mail, to be examined one by one.

    A mail is a private letter of an officer: of its own name and words nothing goes
    further. Only a stamp of secrecy in its name is asked about.
    """
    refuse_stamped(rules.words_of_name(rules.clean_name(name)))
    found = jail.attached(data)
    return [
        (content, f"van-ban-kem-thu-{number}.{ending}")
        for number, (ending, content) in enumerate(found, 1)
    ]


def is_mail(name: str) -> bool:
    """Whether a file is an e-mail, by the ending of its name."""
    return name.lower().endswith(".eml")


def _look_at_ends(data: bytes, extracted: Extracted) -> FileChecked:
    """Read the first and last page that are pictures, while the file is in memory only.

    The rest is read by the worker. Where the machine read nothing, a person must say.
    """
    silent = scans.silent_pages(extracted)
    until = time.monotonic() + SECONDS_TO_LOOK
    is_read = bool(silent)
    for page in dict.fromkeys((*silent[:1], *silent[-1:])):
        words = ""
        try:
            for words in scans.look_at(data, page, until=until):
                refuse_stamped((words,))
        except (scans.NotThere, scans.Failed):
            # Of the other end a stamp may still be heard.
            is_read = False
        is_read = is_read and sum(map(str.isalpha, words)) >= FEWEST_LETTERS
    return FileChecked.PICTURE if is_read else FileChecked.PERSON


def refuse_stamped(texts: Iterable[str]) -> None:
    """Refuse a paper with a stamp of secrecy, saying nothing of what it says.

    Law 117/2025 on state secrets: such a paper may not be kept here at all.
    """
    until = time.thread_time() + MOST_SECONDS
    for portion in _portions(texts):
        if stamps.find(portion):
            raise Refused("file.classified", field="file")
        if time.thread_time() > until:
            raise Refused("file.slow", field="file")


def _portions(texts: Iterable[str]) -> Iterator[str]:
    """Whole lines of all texts, a few thousand letters at a time."""
    held: list[str] = []
    length = 0
    for text in texts:
        for line in text.split("\n"):
            if length + len(line) > PORTION and held:
                yield "\n".join(held)
                held, length = [], 0
            held.append(line)
            length += len(line) + 1
    yield "\n".join(held)
