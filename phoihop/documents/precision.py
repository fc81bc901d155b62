"""How often a rule of the reader was right, by what people made of its findings. Pure.

A finding was right if a person took it as it stood, wrong if it was corrected or
dropped; one that nobody looked at says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from phoihop.documents.values import DUTIES, Value, needs_person
from phoihop.reading.findings import Field

# 95 % of a normal distribution lie within this many deviations.
NORMAL_95 = 1.96
# Many findings may be taken by one press only if their rule is right this often ...
PROVEN = 0.97
# ... as far down as chance may have it, and in papers enough: findings of one paper
# are alike, so a hundred of them in one paper say less than a hundred in fifty.
ENOUGH_DOCUMENTS = 50
# From here on the measured precision says more of a finding than its rule's word.
TELLING_FINDINGS, TELLING_DOCUMENTS = 30, 10
HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the findings of one rule in the papers that were confirmed."""

    shown: int = 0
    accepted: int = 0
    corrected: int = 0
    dropped: int = 0
    added: int = 0
    documents: int = 0

    @property
    def judged(self) -> int:
        """How many findings a person said something of."""
        return self.accepted + self.corrected + self.dropped

    @property
    def precision(self) -> float | None:
        """The share that was right; None where nothing was judged, which is no zero."""
        return self.accepted / self.judged if self.judged else None

    @property
    def bound(self) -> float | None:
        """What the precision is at least, as far as chance goes."""
        return lower_bound(self.accepted, self.judged) if self.judged else None

    @property
    def is_proven(self) -> bool:
        """Whether findings of this rule may be taken many at a time."""
        bound = self.bound
        return (
            bound is not None and bound >= PROVEN and self.documents >= ENOUGH_DOCUMENTS
        )


# By field and rule; what is not in it has no evidence.
Evidence = Mapping[tuple[str, str], Tally]
NOTHING = Tally()


def lower_bound(right: int, of: int) -> float:
    """The lower end of Wilson's 95 % interval of a share; ``of`` is not zero.

    It holds where a plain interval fails: all of ten right does not mean all of all.
    """
    share, square = right / of, NORMAL_95**2
    middle = share + square / (2 * of)
    away = NORMAL_95 * sqrt(share * (1 - share) / of + square / (4 * of**2))
    return max(0.0, (middle - away) / (1 + square / of))


def confidence(prior: int, tally: Tally) -> int:
    """How sure a finding is, in hundredths: its rule's word until there is evidence."""
    enough = tally.judged >= TELLING_FINDINGS and tally.documents >= TELLING_DOCUMENTS
    if not enough or tally.precision is None:
        return prior
    # Never rounded up to wholly sure.
    return int(tally.precision * HUNDREDTHS)


def goes_with_others(field: Field, value: Value, tally: Tally) -> bool:
    """Whether a finding may be taken by a press that takes others as well.

    The heading of a paper and the papers it cites are short lines that stand on the
    screen at once. What others will be held to, duties and the items they stand under,
    goes one by one until its rule is proven; and always where a person must say who.
    """
    if field not in DUTIES:
        return True
    return tally.is_proven and not needs_person(field, value)
