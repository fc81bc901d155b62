"""What speaks for a known body and what against it, where a name may mean it. Pure."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from phoihop.reading.fitting import Doubt, Home, doubt_of, is_other
from phoihop.reading.naming import WORD, Said
from phoihop.reading.whence import Whence
from phoihop.vietnamese import fold, nfc, same_tones

Kind = Literal["name", "alias", "symbol", "former"]
Because = Literal[
    "name",
    "alias",
    "symbol",
    "former",
    "short",
    "local",
    "list",
    "near",
    "part",
    "heir",
]

# The same letters and accents; the same without accents; the same spelled out.
SAME, FOLDED, SPELLED, GUESSED = 1.0, 0.97, 0.96, 0.88
SURE = 0.95
# A near name is worth less than one that is spelled out by a guess.
NEARLY = 0.87


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a body: its own, another one, its symbol, or a former one.

    ``since`` and ``until``: the days for which it holds, the last one not among them;
    ``first`` if the body began with it, or knows no day: then it is doubted only where
    another body was called so before.
    """

    organisation: int
    text: str
    kind: Kind = "name"
    ended: bool = False
    since: date | None = None
    until: date | None = None
    first: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that may be meant: by which of its texts, how well, and why.

    ``doubt`` says why it may not be taken by itself, however well the text fits.
    """

    organisation: int
    text: str
    score: float
    because: Because
    ended: bool
    doubt: Doubt | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it may be taken, unless another one may be as well."""
        exact = self.because not in ("near", "part", "heir")
        return exact and self.doubt is None and not self.ended and self.score >= SURE


@dataclass(frozen=True, slots=True)
class Known:
    """An entry, its name taken apart, and where its body is."""

    entry: Entry
    said: Said
    home: Home


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that are asked for, taken apart, and where their paper comes from."""

    written: str
    said: Said
    whence: Whence | None


def surest(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """The one that may be taken by itself, or None where a person has to choose.

    Only a living body that is called so, in the place and on the day of the paper, and
    only if no second one may be meant as well.
    """
    sure = [each for each in candidates if each.is_sure]
    return sure[0] if len({each.organisation for each in sure}) == 1 else None


def candidate_of(
    known: Known,
    asked: Asked,
    because: Because,
    score: float,
) -> Candidate | None:
    """The candidate that an entry makes of words; None where they name another body."""
    entry, is_text = known.entry, score == SAME
    said, whence, written = asked.said, asked.whence, asked.written
    if is_other(said, known.home) and not is_text:
        return None
    if is_text and because != "symbol":
        score = SAME if _printed(entry.text) == _printed(written) else FOLDED
    if because not in ("near", "part") and _accents_differ(entry.text, written):
        because, score = "near", round(NEARLY * score, 3)
    doubt = doubt_of(said, known.said, known.home, whence, is_text=is_text)
    on = whence.on if whence else None
    if entry.since and on and on < entry.since and not entry.first:
        doubt = doubt or Doubt.LATER
    if entry.kind == "former" or entry.until:
        because = because if because in ("near", "part") else "former"
        if entry.until is None or on is None or on >= entry.until:
            # Not the body's own any more: found, never taken by itself.
            doubt, score = doubt or Doubt.FORMER, min(score, 0.9)
    days = entry.since, entry.until
    return Candidate(
        entry.organisation, entry.text, score, because, entry.ended, doubt, *days
    )


def one_of_several(found: list[Candidate]) -> list[Candidate]:
    """One of several bodies that words list: offered, and not taken for all of them."""
    sure = [one for one in found if one.is_sure]
    return [replace(one, doubt=Doubt.SEVERAL) for one in sure] or found


def of_the_day(found: list[Candidate], on: date | None) -> list[Candidate]:
    """Where one that has ended was called so on the day, no later one is meant."""
    if on is None:
        return found

    def later(one: Candidate) -> bool:
        return one.since is not None and on < one.since

    held = any(
        one.ended and one.doubt is None and one.score >= SURE and not later(one)
        for one in found
    )
    return [
        replace(one, doubt=Doubt.LATER) if held and one.is_sure and later(one) else one
        for one in found
    ]


@lru_cache(maxsize=20_000)
def _printed(text: str) -> str:
    """Equal but for case, blanks and where the tone of an open vowel stands."""
    return " ".join(same_tones(nfc(text)).casefold().split())


@lru_cache(maxsize=20_000)
def _accents(text: str) -> dict[str, frozenset[str]]:
    """Each folded word with the ways in which it is printed here."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in WORD.findall(_printed(text)):
        found[fold(word)].add(word)
    return {low: frozenset(words) for low, words in found.items()}


def _accents_differ(one: str, other: str) -> bool:
    """Whether a word of both has other accents: "xã Bình Minh", "xã Bính Minh".

    A text typed without any accents differs from nothing.
    """
    if one.isascii() or other.isascii():
        return False
    first, second = _accents(one), _accents(other)
    return any(not first[low] & second[low] for low in first.keys() & second.keys())


def rank(candidate: Candidate) -> tuple[bool, float, bool, str, int]:
    """Best first; of equals the living one."""
    return (
        not candidate.is_sure,
        -candidate.score,
        candidate.ended,
        candidate.text,
        candidate.organisation,
    )
