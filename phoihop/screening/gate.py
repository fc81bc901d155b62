"""The gate before every write: what a field may not hold is refused, and not repeated.

The refusal says which kinds of thing were found, never the thing itself: it goes into
the trail, and from there it could not be taken back.
"""

from phoihop.refusals import Refused
from phoihop.screening import labels, persons, stamps
from phoihop.screening.classes import TextClass
from phoihop.screening.findings import Finding

_PERSONS = {
    TextClass.FREE,
    TextClass.LABEL,
    TextClass.ALIAS,
    TextClass.OFFICE_HOLDER,
}
_STAMPS = {
    TextClass.FREE,
    TextClass.LABEL,
    TextClass.PAPER,
    TextClass.OFFICE_HOLDER,
}


def hold(text: str, text_class: TextClass, *, field: str) -> None:
    """Raise ``Refused`` at ``field`` unless a text of this class may be kept."""
    found = against(text, text_class)
    if found:
        raise refusal(found, field=field)


def refusal(found: list[Finding], *, field: str) -> Refused:
    """What is said of these findings: their kinds, the gravest first."""
    kinds = tuple(dict.fromkeys(one.kind for one in found))
    if "stamp" in kinds:
        return Refused("screening.stamp", field=field)
    asked = tuple(kind for kind in kinds if kind in labels.KINDS)
    if asked:
        return Refused("screening.label", field=field, kinds=asked)
    return Refused("screening.personal_data", field=field, kinds=kinds)


def against(text: str, text_class: TextClass) -> list[Finding]:
    """What speaks against keeping a text of this class: stamps, labels, persons."""
    if text_class is TextClass.MACHINE or not text:
        return []
    found = stamps.find(text) if text_class in _STAMPS else []
    if text_class is TextClass.LABEL:
        found += labels.find(text)
    if text_class in _PERSONS:
        is_name_wanted = text_class is TextClass.OFFICE_HOLDER
        found += [
            one
            for one in persons.find(text)
            if not (is_name_wanted and one.kind == "name")
        ]
    return found


def pointed_out(text: str) -> list[Finding]:
    """The persons in a paper: shown to whoever confirms it, not refused."""
    return persons.find(text)
