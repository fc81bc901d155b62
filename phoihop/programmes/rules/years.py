"""The years that a programme or plan may cover. Pure."""

FIRST_YEAR, LAST_YEAR = 2000, 2100


def years_in_order(first: int, last: int) -> bool:
    """Whether a programme may run from ``first`` to ``last``, both included."""
    return FIRST_YEAR <= first <= last <= LAST_YEAR
