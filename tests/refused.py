"""What a test says when an action must say no."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from phoihop.refusals import NotAllowed, Refused


@contextmanager
def refused(
    code: str, *, field: str | None = None
) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """The block ends with this refusal, at this field of the form if one is named."""
    with pytest.raises(Refused) as told:
        yield told
    assert told.value.code == code
    if field is not None:
        assert told.value.field == field


@contextmanager
def forbidden(code: str) -> Iterator[None]:
    """The block ends because of who acts, or for whom."""
    with pytest.raises(NotAllowed) as told:
        yield
    assert told.value.code == code
