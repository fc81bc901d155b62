"""What must be so of bodies over time: days, codes, links, mailboxes, heirs. Pure."""

from phoihop.organisations.rules.spans import (
    Edge,
    Span,
    closes_circle,
    first_overlap,
)

__all__ = ["Edge", "Span", "closes_circle", "first_overlap"]
