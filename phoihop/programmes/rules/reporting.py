"""In whose name progress is reported, and by whom it may be entered. Pure."""

from collections.abc import Iterable


def why_not(
    *,
    body: int,
    entered_for: int | None,
    lead: int,
    supporters: Iterable[int],
    standing: int,
    has_reporter: bool,
    paper: str,
) -> str:
    """The code of the refusal if ``entered_for`` may not report for ``body``.

    A body that works on the task reports for itself. The standing body of the plan
    does so on its behalf, by a paper, while nobody there has an account to do it:
    ``has_reporter`` says whether somebody has.
    """
    if body != lead and body not in supporters:
        return "progress.not_a_doer"
    if body == entered_for:
        return "progress.own_needs_no_paper" if paper.strip() else ""
    if entered_for != standing:
        return "progress.for_another"
    if has_reporter:
        return "progress.has_account"
    return "" if paper.strip() else "progress.no_paper"
