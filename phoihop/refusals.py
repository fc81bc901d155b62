"""The expected no: a refusal carries a code and values, never a sentence.

Pure. The door that shows a refusal finds the Vietnamese or English sentence in
its catalogue (``pages.refusals``); a test holds every code to having both.
"""


class Refused(Exception):
    """An action says no for a reason that a person can understand and mend.

    ``code`` is a dotted word such as ``"task.lead_not_party"``; ``values`` fill
    the sentence; ``field`` names the form field the sentence stands at, if one.
    """

    def __init__(self, code: str, /, *, field: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __str__(self) -> str:
        return self.code


class NotAllowed(Refused):
    """The person's role, or the body's place in the circle, does not hold this."""


class Stale(Refused):
    """Somebody was faster: the row is no longer the one that the person saw.

    ``current`` holds the facts as they are stored now, so that the door can show
    both texts, and ``by_id`` the account that stored them; nothing of what the
    person typed is in it.
    """

    def __init__(
        self, *, current: dict[str, object], version: int, by_id: int | None
    ) -> None:
        super().__init__("row.stale", version=version)
        self.current = current
        self.version = version
        self.by_id = by_id
