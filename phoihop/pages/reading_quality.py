"""How well the reader reads, rule by rule, by what one's own body made of it.

Counts of one's own desk only: no body sees what another confirms, the operator none.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phoihop.documents import precision
from phoihop.documents.counting import evidence_of, whole
from phoihop.documents.models import Draft, DraftState, ReadingState
from phoihop.documents.precision import Evidence, Tally
from phoihop.documents.values import DUTIES, TEXTS
from phoihop.formats import MISSING, number
from phoihop.pages.draft_words import LABELS, PARTS, day_of, due_words, why
from phoihop.pages.scoped import Request, scoped_page
from phoihop.reading.findings import Field

MOST_CASES = 20
WRONG = (DraftState.CORRECTED, DraftState.DROPPED)


@dataclass(frozen=True)
class ShownRule:
    """One rule of the reader, in words, and what people made of its findings."""

    field: str
    because: str
    label: str
    why: str
    tally: Tally

    @property
    def right(self) -> str:
        """``97/99``, of those that were judged."""
        return f"{number(self.tally.accepted)}/{number(self.tally.judged)}"

    @property
    def precision(self) -> str:
        """The share that was right."""
        return percent(self.tally.precision)

    @property
    def bound(self) -> str:
        """What it is at least, as far as chance goes."""
        return percent(self.tally.bound)

    @property
    def together(self) -> str:
        """How findings of it are taken at the desk."""
        if self.field not in DUTIES:
            return _("cùng các mục trên màn hình")
        return _("cả nhóm") if self.tally.is_proven else _("từng mục")

    @property
    def wrong(self) -> int:
        """How many findings were corrected or dropped."""
        return self.tally.corrected + self.tally.dropped


@dataclass(frozen=True)
class ShownField:
    """All rules of one kind of finding together."""

    label: str
    tally: Tally


@dataclass(frozen=True)
class Case:
    """One finding that was wrong: what was read, what a person made of it."""

    draft: Any
    mark: str
    changes: list[tuple[str, str, str]]


@scoped_page
def reading_quality(request: Request) -> HttpResponse:
    """The rules with their evidence; of one that is asked for, its latest cases."""
    own = request.actor.organisation
    evidence = evidence_of(own.desk_id) if own else {}
    asked = _asked(request, evidence)
    context = {
        "rules": _rules(evidence),
        "fields": _fields(evidence),
        "unjudged": sum(bool(t.shown and not t.judged) for t in evidence.values()),
        "asked": asked,
        "cases": _cases(asked) if asked else [],
        "proven": number(int(precision.PROVEN * precision.HUNDREDTHS)),
        "documents": number(precision.ENOUGH_DOCUMENTS),
        "most": number(MOST_CASES),
    }
    return render(request, "documents/quality.html", context)


def percent(share: float | None) -> str:
    """``97,0 %``, rounded down: nothing is called whole that is not."""
    if share is None:
        return MISSING
    return f"{number(int(share * 1000) / 10)} %"


def _rules(evidence: Evidence) -> list[ShownRule]:
    """Those of which anything was judged; what was wrong most often comes first."""
    rows = [
        _rule(field, because, tally)
        for (field, because), tally in evidence.items()
        if tally.judged
    ]
    return sorted(rows, key=lambda r: (-r.wrong, -r.tally.judged, r.label, r.why))


def _rule(field: str, because: str, tally: Tally) -> ShownRule:
    return ShownRule(field, because, str(LABELS[Field(field)]), why(because), tally)


def _fields(evidence: Evidence) -> list[ShownField]:
    """By kind of finding; what was corrected, dropped or added most comes first."""
    rows = [
        ShownField(str(LABELS[field]), whole(evidence, field))
        for field in Field
        if any(one == field for one, _because in evidence)
    ]

    def work(row: ShownField) -> int:
        return row.tally.corrected + row.tally.dropped + row.tally.added

    told = [row for row in rows if row.tally.judged or row.tally.added]
    return sorted(told, key=lambda row: (-work(row), row.label))


def _asked(request: Request, evidence: Evidence) -> ShownRule | None:
    """The rule of ``?muc=task&quy_tac=lead_verb``.

    Raises ``Http404`` for one of which this desk has no counts.
    """
    rule = (request.GET.get("muc", ""), request.GET.get("quy_tac", ""))
    if rule == ("", ""):
        return None
    if rule not in evidence:
        raise Http404
    return _rule(*rule, evidence[rule])


def _cases(rule: ShownRule) -> list[Case]:
    """The newest findings of a rule that were wrong, of papers that were confirmed."""
    rows = Draft.objects.filter(
        field=rule.field,
        because=rule.because,
        state__in=WRONG,
        reading__state=ReadingState.CONFIRMED,
    ).select_related("reading__document")
    return [
        Case(row, f"draft_{row.state}", _changes(row))
        for row in rows.order_by("-pk")[:MOST_CASES]
    ]


def _changes(draft: Draft) -> list[tuple[str, str, str]]:
    """Which part, as it was read, as it was corrected; of a dropped one its words."""
    of = Field(draft.field)
    found: Any = draft.found
    read, made = _parts(of, found), _parts(of, draft.value)
    if draft.state == DraftState.DROPPED:
        return [(label, words, MISSING) for label, words in read.items() if words][:1]
    return [
        (label, words or MISSING, made[label] or MISSING)
        for label, words in read.items()
        if words != made[label]
    ]


def _parts(of: Field, value: dict[str, Any]) -> dict[str, str]:
    """A value by its parts, each called as the desk calls it."""
    if of is not Field.TASK:
        names = TEXTS.get(of, ("text",))
        return {str(PARTS[name]): day_of(value.get(name)) for name in names}
    return {
        str(PARTS["text"]): value["text"],
        _("Chủ trì"): value["lead"]["text"] if value["lead"] else "",
        _("Phối hợp"): "; ".join(name["text"] for name in value["supporting"]),
        _("Hạn"): due_words(value["due"], ""),
    }
