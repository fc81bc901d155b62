"""What a desk is taken to have confirmed of a rule of the reader."""

from phoihop.documents.models import Draft, RuleCount
from phoihop.scopes.context import unscoped

# The fewest findings without a fault that prove a rule, in the fewest papers.
FEWEST, PAPERS = 125, 50


def known_of(draft: Draft, right: int, wrong: int = 0, papers: int = PAPERS) -> None:
    """The desk of this draft has seen its rule be right so often, and wrong."""
    with unscoped(because="a test sets the stage"):
        RuleCount.objects.update_or_create(
            scope=draft.scope,
            field=draft.field,
            because=draft.because,
            defaults={
                "shown": right + wrong,
                "accepted": right,
                "dropped": wrong,
                "documents": papers,
            },
        )


def prove(*drafts: Draft) -> None:
    """Every rule by which these were found is proven at their desk."""
    for draft in drafts:
        known_of(draft, FEWEST)
