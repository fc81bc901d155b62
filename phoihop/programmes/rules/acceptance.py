"""Who accepts what was reported as done (product rule 1). Pure.

The standing body of the plan accepts the others' tasks; its own are accepted by
another party. Nobody accepts what they entered themselves.
"""

from collections.abc import Iterable


def accepters(*, lead: int, standing: int, parties: Iterable[int]) -> frozenset[int]:
    """The bodies that may accept a task of ``lead``, by their keys."""
    if lead != standing:
        return frozenset({standing})
    return frozenset(parties) - {standing}


def why_not(
    *,
    body: int | None,
    person: int | None,
    lead: int,
    standing: int,
    parties: Iterable[int],
    entered_by: int,
) -> str:
    """The code of the refusal if this person of this body may not accept; else empty.

    ``entered_by`` is the person who entered the report.
    """
    if body not in accepters(lead=lead, standing=standing, parties=parties):
        own = lead == standing
        return "acceptance.by_another" if own else "acceptance.by_standing"
    return "acceptance.own_report" if person == entered_by else ""
