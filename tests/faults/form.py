"""One form of the house: where it is, who fills it in, and with what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.factories import World

Typed = dict[str, Any]
LONG = "Nội dung gõ rất lâu, không được mất. "


@dataclass(frozen=True)
class Form:
    """Where it is, who fills it in, and with what."""

    name: str
    who: str
    pk: Callable[[World], int | None]
    filled: Callable[[World], Typed]
    # What stands behind the question mark of its address.
    asked: str = ""

    def address(self, world: World) -> str:
        """The address it posts to."""
        pk = self.pk(world)
        found = reverse(self.name, kwargs={} if pk is None else {"pk": pk})
        return found + self.asked

    def typed(self, world: World) -> Typed:
        """What was typed, with a key of its own."""
        return {**self.filled(world), "idempotency_key": str(uuid4())}
