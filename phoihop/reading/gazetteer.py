"""A body's name as a paper writes it, held against the bodies that are known.

Pure: whoever knows bodies hands their names in. Candidates come with a score, a reason
and what speaks against taking them; taking one is for a person, but for ``surest``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from phoihop.reading.candidates import (
    GUESSED,
    NEARLY,
    SAME,
    SPELLED,
    SURE,
    Asked,
    Because,
    Candidate,
    Entry,
    Kind,
    Known,
    candidate_of,
    of_the_day,
    one_of_several,
    rank,
    surest,
)
from phoihop.reading.fitting import Home, is_other, settled
from phoihop.reading.listed import completed, is_many, members
from phoihop.reading.name_words import IN_LISTS
from phoihop.reading.naming import WORD, Level, Said, said_of
from phoihop.reading.whence import Atlas, Whence
from phoihop.vietnamese import fold, nfc

__all__ = [
    "SURE",
    "Because",
    "Candidate",
    "Entry",
    "Gazetteer",
    "Kind",
    "surest",
]

# rapidfuzz's ratio of 100 from which two names, two places are near.
NEAR, NEAR_PLACE = 86.0, 80.0
# No body has a longer name; what is longer is a sentence.
LONGEST = 300
# More bodies than these are called so: naming some of them would help nobody.
MANY = 24
# Initials that are short are those of many things.
SURE_INITIALS, FEWEST_INITIALS = 4, 3
_LAST = {Level.PROVINCE: "t", Level.COMMUNE: "x"}


class Gazetteer:
    """Known bodies, to be asked for the one a paper means."""

    def __init__(
        self,
        entries: Iterable[Entry],
        levels: Mapping[int, Level] | None = None,
        above: Mapping[int, int] | None = None,
    ) -> None:
        """Index the names; entries may share a text or a body.

        ``levels`` of the bodies and the body ``above`` each say what names do not.
        """
        self.entries = tuple(entries)
        said, homes = settled(
            [(one.organisation, one.text, one.kind) for one in self.entries],
            levels or {},
            above or {},
        )
        provinces = {home.province for home in homes.values() if home.province}
        provinces |= {one.province for one in said if one.province}
        self.atlas = Atlas(frozenset(provinces), _units(homes.values()))
        self._exact: dict[str, list[Known]] = defaultdict(list)
        self._symbols: dict[str, list[Known]] = defaultdict(list)
        self._initials: dict[str, list[Known]] = defaultdict(list)
        self._at: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._stems: dict[str, list[Known]] = defaultdict(list)
        for entry, name in zip(self.entries, said, strict=True):
            home = homes.get(entry.organisation, Home())
            # A former name may be of a province that is no more.
            place = name.province or home.province, name.unit or home.unit
            self._add(Known(entry, name, Home(home.level, *place, home.is_city)))
        self._names = list(self._stems)
        self._begin, self._within = _pairs(self._names)

    def _add(self, known: Known) -> None:
        entry, said, home = known.entry, known.said, known.home
        if entry.kind == "symbol":
            self._symbols[_symbol(entry.text)].append(known)
            return
        self._exact[_words(entry.text)].append(known)
        if not said.stem:
            return
        self._stems[said.stem].append(known)
        for place in {home.unit, home.province} - {None}:
            self._at[said.stem, str(place)].append(known)
        if entry.kind == "name":
            letters = said.initials.replace("cu", "tu") if "cap uy" in said.stem else ""
            letters = letters or said.initials
            self._initials[letters].append(known)
            if home.level in _LAST:
                self._initials[letters + _LAST[home.level]].append(known)

    def candidates(
        self,
        written: str,
        whence: Whence | None = None,
        *,
        among: Sequence[str] = (),
        most: int = 5,
    ) -> tuple[Candidate, ...]:
        """Bodies that may be meant, each once, the likeliest first.

        ``whence``: where the paper comes from that writes so; without it the words are
        those of a person who knows the directory. ``among``: the list they stand in.
        """
        written = written.strip()[:LONGEST]
        if not _words(written):
            return ()
        found: list[Candidate] = []
        if len(among) > 1 and (whole := self._whole(written, among)):
            found = self._listed(whole, whence)
        found = found or self._all(written, whence)
        best: dict[int, Candidate] = {}
        for candidate in of_the_day(found, whence.on if whence else None):
            kept = best.get(candidate.organisation)
            if kept is None or rank(candidate) < rank(kept):
                best[candidate.organisation] = candidate
        return tuple(sorted(best.values(), key=rank)[:most])

    def _members(self, written: str) -> tuple[str, ...]:
        return members(written, self._is_known)

    def names_many(self, written: str) -> bool:
        """Whether the words are of several bodies and no known body's own name."""
        is_list = is_many(written) or len(self._members(written)) > 1
        return is_list and not self._is_known(written)

    def says_place(self, written: str) -> bool:
        """Whether the words name a place: "Sở Tư pháp tỉnh Bình Phong"."""
        return said_of(written, self.atlas.provinces).has_place

    def _all(self, written: str, whence: Whence | None) -> list[Candidate]:
        found = self._fitting(written, whence)
        if found and any(each.score >= SURE for each in found):
            return found
        if not found:
            listed = [self._listed(name, whence) for name in self._members(written)]
            found = [one for each in listed for one in one_of_several(each)]
        return found or self._loose(written, whence)

    def _whole(self, written: str, among: Sequence[str]) -> str | None:
        """A name of a list made whole; None where it is whole as it stands."""
        if whole := completed(written, among):
            return whole
        return (
            written if said_of(written, self.atlas.provinces).stem in IN_LISTS else None
        )

    def _listed(self, whole: str, whence: Whence | None) -> list[Candidate]:
        """A name of a list, as it was made whole."""
        found = self._fitting(whole, whence)
        stem = said_of(whole, self.atlas.provinces).stem
        if not found and stem in IN_LISTS:
            found = self._fitting(whole, whence, stem=IN_LISTS[stem])
        return [replace(one, because="list") for one in found]

    def _is_known(self, written: str) -> bool:
        if _words(written) in self._exact:
            return True
        stem = said_of(written, self.atlas.provinces).stem
        return stem in self._stems or IN_LISTS.get(stem) in self._stems

    def _fitting(
        self, written: str, whence: Whence | None, stem: str | None = None
    ) -> list[Candidate]:
        """Bodies that are called so, in full or by a short form."""
        said = said_of(written, self.atlas.provinces)
        said = replace(said, stem=stem) if stem else said
        found: list[Candidate] = []
        asked = Asked(written, said, whence)

        def add(known: Known, because: Because, score: float) -> None:
            if made := candidate_of(known, asked, because, score):
                found.append(made)

        for known in self._exact.get(_words(written), ()):
            add(known, known.entry.kind, SAME)
        signs = self._symbols.get(_symbol(written), [])
        for known in _narrowed(signs, said, whence):
            add(known, "symbol", SAME)
        for known in self._with_stem(said.stem, said, whence):
            is_local = known.said.has_place and not said.has_place
            score = GUESSED if said.guessed or known.said.guessed else SPELLED
            add(known, "local" if is_local else "short", score)
        for known in self._by_initials(written, said):
            sure = len(said.stem) >= SURE_INITIALS
            add(known, "short", SPELLED if sure else GUESSED)
        return found

    def _by_initials(self, written: str, said: Said) -> list[Known]:
        """Bodies whose name begins with these letters: "STP", "SKHCN tỉnh"."""
        is_one = " " not in said.stem and len(said.stem) >= FEWEST_INITIALS
        first = written.split(maxsplit=1)[0]
        known = self._initials.get(said.stem, []) if is_one and first.isupper() else []
        return known if len(known) <= MANY else []

    def _with_stem(self, stem: str, said: Said, whence: Whence | None) -> list[Known]:
        """The bodies of this stem that its place, or the paper's, leaves."""
        place = said.unit or said.province
        if place is None and whence is not None:
            is_low = (said.level or whence.level) in (Level.COMMUNE, Level.DISTRICT)
            place = whence.unit if is_low else None
        known = self._at.get((stem, place), []) if place else []
        if not known and (place is None or not said.has_place):
            known = self._stems.get(stem, [])
        fitting = [one for one in known if not is_other(said, one.home)]
        return _narrowed(fitting, said, whence)

    def _loose(self, written: str, whence: Whence | None) -> list[Candidate]:
        """Bodies whose names hold these words, are held by them, or are nearly so."""
        said = said_of(written, self.atlas.provinces)
        if not said.stem:
            return []
        near = process.extract(
            said.stem, self._names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=20
        )
        scores: list[tuple[str, Because, float]] = [
            (stem, "near", round(ratio / 100 * NEARLY, 3)) for stem, ratio, _ in near
        ]
        for stem in self._alike(said.stem):
            scores.append((stem, "part", _part(stem, said.stem)))
        found = []
        for place in self._places(said):
            asked = Asked(written, place, whence)
            for stem, because, score in scores:
                if because == "near" and stem == said.stem and place is said:
                    continue
                for known in self._with_stem(stem, place, whence):
                    made = candidate_of(known, asked, because, score)
                    if score and made:
                        found.append(made)
        return found

    def _places(self, said: Said) -> list[Said]:
        """What is said, and the same of a known place that is written nearly so."""
        if said.unit is not None and said.unit not in self.atlas.units:
            near = _nearest(said.unit, self.atlas.units)
            return [replace(said, unit=near)] if near else []
        if said.province is not None and said.province not in self.atlas.provinces:
            near = _nearest(said.province, self.atlas.provinces)
            return [replace(said, province=near)] if near else []
        return [said]

    def _alike(self, stem: str) -> set[str]:
        """Other stems that hold this one whole, or lie in it whole."""
        words = stem.split()
        pairs = list(pairwise(words))
        found = {one for pair in pairs for one in self._begin.get(pair, ())}
        found |= set(self._within.get(pairs[0], ())) if pairs else set()
        return {one for one in found if _part(one, stem)}


def _nearest(place: str, known: Iterable[str]) -> str | None:
    near = process.extractOne(
        place, list(known), scorer=fuzz.ratio, score_cutoff=NEAR_PLACE
    )
    return near[0] if near else None


def _narrowed(known: list[Known], said: Said, whence: Whence | None) -> list[Known]:
    """Of too many bodies those of the paper's place; none where those are too many."""
    if len(known) <= MANY:
        return known
    level = said.level or (whence.level if whence else None)
    near = [one for one in known if level in (one.home.level, None)]
    if whence and whence.province:
        near = [one for one in near if one.home.province == whence.province]
    if whence and whence.unit and len(near) > MANY:
        near = [one for one in near if one.home.unit == whence.unit]
    return near if len(near) <= MANY else []


def _units(homes: Iterable[Home]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for home in homes:
        if home.unit:
            found[home.unit].add(home.province or "")
    return dict(found)


_Pairs = dict[tuple[str, str], list[str]]


def _pairs(stems: Iterable[str]) -> tuple[_Pairs, _Pairs]:
    """Stems by the two words that they begin with, and by all twos in them."""
    begin: _Pairs = defaultdict(list)
    within: _Pairs = defaultdict(list)
    for stem in stems:
        words = stem.split()
        for place, pair in enumerate(pairwise(words)):
            if not place:
                begin[pair].append(stem)
            within[pair].append(stem)
    return dict(begin), dict(within)


def _words(text: str) -> str:
    """The folded words alone: signs between them make no other name."""
    return " ".join(WORD.findall(fold(text)))


def _symbol(text: str) -> str:
    """A symbol such as BTGDVTU: letters alone, since papers part it as they like."""
    return re.sub(r"[\W_]", "", nfc(text)).casefold()


def _part(one: str, other: str) -> float:
    """How much of the longer name the shorter one is, if it lies in it whole."""
    short, long = sorted((one, other), key=len)
    if short == long or " " not in short or f" {short} " not in f" {long} ":
        return 0.0
    return round(0.5 + 0.35 * len(short) / len(long), 3)
