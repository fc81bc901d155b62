"""The counts of the reader's rules, kept as papers are confirmed; part of ``marks``.

A paper counts once: if several of its readings are confirmed, the newest. The drafts
of a confirmed reading do not change, so what is taken back is what was added.

Both verbs are called after the first entry of the trail was written: its head is held
from there on, so that of two who confirm the second begins where the first has ended.
"""

from collections.abc import Iterable
from dataclasses import asdict, fields

from django.db.models import F

from phoihop.documents.models import DraftState, Reading, ReadingState, RuleCount
from phoihop.documents.precision import Evidence, Tally

NAMES = tuple(one.name for one in fields(Tally))
Rule = tuple[str, str]


def evidence_of(desk: int) -> dict[Rule, Tally]:
    """The table of a desk, by its circle's key.

    One small question, however many papers were confirmed.
    """
    rows = RuleCount.objects.filter(scope_id=desk)
    return {
        (field, because): Tally(*counts)
        for field, because, *counts in rows.values_list("field", "because", *NAMES)
    }


def count(reading: Reading) -> None:
    """A reading has just been confirmed."""
    other = _standing_beside(reading)
    if other is None or other.pk < reading.pk:
        _add(reading, 1)
        if other is not None:
            _add(other, -1)


def take_back(reading: Reading) -> None:
    """A reading is confirmed no more."""
    other = _standing_beside(reading)
    if other is None or other.pk < reading.pk:
        _add(reading, -1)
        if other is not None:
            _add(other, 1)


def _standing_beside(reading: Reading) -> Reading | None:
    """The newest other reading of the same paper that is confirmed."""
    rows = Reading.objects.filter(
        document_id=reading.document_id, state=ReadingState.CONFIRMED
    )
    found: Reading | None = rows.exclude(pk=reading.pk).order_by("-pk").first()
    return found


def _add(reading: Reading, times: int) -> None:
    """Add, or with -1 take away, what the drafts of a reading say of their rules."""
    drafts = reading.drafts.values_list("field", "because", "state")
    told = tallied(drafts)
    blank = [
        RuleCount(scope_id=reading.scope_id, field=field, because=because)
        for field, because in sorted(told)
    ]
    RuleCount.objects.bulk_create(blank, ignore_conflicts=True)
    for (field, because), tally in sorted(told.items()):
        rows = RuleCount.objects.filter(
            scope_id=reading.scope_id, field=field, because=because
        )
        counts = asdict(tally)
        rows.update(**{name: F(name) + times * counts[name] for name in NAMES})


def tallied(drafts: Iterable[tuple[str, str, str]]) -> dict[Rule, Tally]:
    """What the drafts of one paper, as (field, because, state), say of each rule."""
    states: dict[Rule, list[str]] = {}
    for field, because, state in drafts:
        states.setdefault((field, because), []).append(state)
    return {rule: _tally(of) for rule, of in states.items()}


def _tally(states: list[str]) -> Tally:
    return Tally(
        shown=sum(state != DraftState.ADDED for state in states),
        accepted=states.count(DraftState.ACCEPTED),
        corrected=states.count(DraftState.CORRECTED),
        dropped=states.count(DraftState.DROPPED),
        added=states.count(DraftState.ADDED),
        documents=int(any(state != DraftState.OPEN for state in states)),
    )


def whole(evidence: Evidence, field: str) -> Tally:
    """The counts of all rules of a field together; its papers cannot be added up."""
    of_it = [tally for (one, _because), tally in evidence.items() if one == field]
    counts = (sum(getattr(tally, name) for tally in of_it) for name in NAMES[:-1])
    return Tally(*counts)
