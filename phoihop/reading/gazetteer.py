"""A body's name as a paper writes it, held against the bodies that are known.

Pure: whoever knows bodies hands their names in. Candidates come with a score and a
reason; taking one is for a person, but for ``surest``.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from phoihop.reading.vocabulary import ABBREVIATIONS
from phoihop.vietnamese import fold, nfc, same_tones

Kind = Literal["name", "alias", "symbol", "former"]
Because = Literal["name", "alias", "symbol", "former", "near", "part"]

# The same letters and accents; the same without accents; the same spelled out.
SAME, FOLDED, SPELLED, GUESSED = 1.0, 0.97, 0.96, 0.88
SURE = 0.95
# rapidfuzz's ratio of 100 from which two names are near: one letter in seven differs.
NEAR = 86.0
# A near name is worth less than one that is spelled out by a guess.
NEARLY = 0.87
# No body has a longer name; what is longer is a sentence.
LONGEST = 300
# Names written for two things; spelled out they are a guess.
_EITHER_WAY = {"tu", "btc", "bch", "ca", "bnc", "bdv"}
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_SHORT = {short: long for short, long in ABBREVIATIONS if " " not in short}
_PAIRS = tuple((short, long) for short, long in ABBREVIATIONS if " " in short)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a body: its own, another one, its symbol, or a former one."""

    organisation: int
    text: str
    kind: Kind = "name"
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that may be meant: by which of its texts, how well, and why."""

    organisation: int
    text: str
    score: float
    because: Because
    ended: bool


class Gazetteer:
    """Known bodies, to be asked for the one a paper means."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        """Index the names; entries may share a text or a body."""
        self.entries = tuple(entries)
        self._folded: dict[str, list[Entry]] = defaultdict(list)
        self._spelled: dict[str, list[Entry]] = defaultdict(list)
        self._symbols: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.kind == "symbol":
                self._symbols[_symbol(entry.text)].append(entry)
            else:
                self._folded[_words(entry.text)].append(entry)
                self._spelled[spelled_out(entry.text)[0]].append(entry)
        self._keys = [key for key in self._spelled if key]

    def candidates(self, written: str, *, most: int = 5) -> tuple[Candidate, ...]:
        """Bodies that may be meant, each once, the likeliest first."""
        written = written.strip()[:LONGEST]
        if not _words(written):
            return ()
        best: dict[int, Candidate] = {}
        for candidate in (*self._exact(written), *self._loose(written)):
            kept = best.get(candidate.organisation)
            if kept is None or candidate.score > kept.score:
                best[candidate.organisation] = candidate
        ranked = sorted(best.values(), key=_rank)
        return tuple(ranked[:most])

    def _exact(self, written: str) -> list[Candidate]:
        found = [
            _candidate(entry, SAME if _same(entry.text, written) else FOLDED)
            for entry in self._folded.get(_words(written), ())
        ]
        found += [
            _candidate(entry, SAME) for entry in self._symbols.get(_symbol(written), ())
        ]
        spelled, guessed = spelled_out(written)
        for entry in self._spelled.get(spelled, ()):
            doubtful = guessed or spelled_out(entry.text)[1]
            found.append(_candidate(entry, GUESSED if doubtful else SPELLED))
        return found

    def _loose(self, written: str) -> list[Candidate]:
        spelled = spelled_out(written)[0]
        if not spelled:
            return []
        found = [
            Candidate(entry.organisation, entry.text, score, "part", entry.ended)
            for key in self._keys
            if (score := _part(key, spelled))
            for entry in self._spelled[key]
        ]
        near = process.extract(
            spelled, self._keys, scorer=fuzz.ratio, score_cutoff=NEAR, limit=20
        )
        found += [
            Candidate(
                entry.organisation,
                entry.text,
                round(ratio / 100 * NEARLY, 3),
                "near",
                entry.ended,
            )
            for key, ratio, _ in near
            for entry in self._spelled[key]
        ]
        return found


def surest(candidates: tuple[Candidate, ...]) -> Candidate | None:
    """The one that may be taken by itself, or None where a person has to choose.

    Only a living body by its exact name, alias or symbol, and only if no second one
    matches as well.
    """
    exact = [
        each
        for each in candidates
        if each.because in ("name", "alias", "symbol")
        and each.score >= SURE
        and not each.ended
    ]
    top = max((each.score for each in exact), default=0.0)
    best = [each for each in exact if each.score == top]
    return best[0] if len(best) == 1 else None


def spelled_out(text: str) -> tuple[str, bool]:
    """(the name folded, short forms written out, whether one of them was a guess)."""
    low = f" {fold(text)} "
    for short, long in _PAIRS:
        low = low.replace(f" {short} ", f" {long} ")
    words: list[str] = []
    guessed = False
    for word in _WORD.findall(low):
        guessed = guessed or word in _EITHER_WAY
        words += _WORD.findall(_SHORT.get(word, word))
    return " ".join(words), guessed


def _words(text: str) -> str:
    """The folded words alone: signs between them make no other name."""
    return " ".join(_WORD.findall(fold(text)))


def _same(one: str, other: str) -> bool:
    """Equal but for case, blanks and where the tone of an open vowel stands."""
    return _printed(one) == _printed(other)


def _printed(text: str) -> str:
    return " ".join(same_tones(nfc(text)).casefold().split())


def _symbol(text: str) -> str:
    """A symbol such as BTGDVTU: letters alone, since papers part it as they like."""
    return re.sub(r"[\W_]", "", nfc(text)).casefold()


def _candidate(entry: Entry, score: float) -> Candidate:
    # A former name is not the body's own any more: found, never taken by itself.
    score = min(score, 0.9) if entry.kind == "former" else score
    return Candidate(entry.organisation, entry.text, score, entry.kind, entry.ended)


def _part(key: str, spelled: str) -> float:
    """How much of the longer name the shorter one is, if it lies in it whole."""
    short, long = sorted((key, spelled), key=len)
    if short == long or " " not in short or f" {short} " not in f" {long} ":
        return 0.0
    return round(0.5 + 0.35 * len(short) / len(long), 3)


def _rank(candidate: Candidate) -> tuple[float, bool, str, int]:
    """Best first; of equals the living one."""
    return (
        -candidate.score,
        candidate.ended,
        candidate.text,
        candidate.organisation,
    )
