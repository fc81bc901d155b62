"""Which bodies of a reading are surely meant: by a person's word, or certain today.

What the reader once took for a body may have become doubtful: another place was put
right, another body got the same name. Whoever is not sure is offered, never presumed.
"""

from collections.abc import Iterable

from phoihop.documents import values
from phoihop.documents.directory import Directory
from phoihop.documents.models import KEPT, Draft
from phoihop.reading.findings import Field


def sure_bodies(drafts: Iterable[Draft], directory: Directory) -> set[int]:
    """The bodies in drafts that a person took, or chose, or that nobody can doubt.

    ``directory``: as it is asked for the words of their paper.
    """
    found: set[int] = set()
    for draft in drafts:
        field = Field(draft.field)
        read = dict(values.places(field, draft.found)) if draft.found else {}
        for place, name in values.places(field, draft.value):
            body = name.get("organisation")
            if body is None or body in found:
                continue
            was_read = read.get(place, {}).get("organisation") == body
            is_taken = draft.state in KEPT or not was_read
            among = values.among(field, draft.value, place)
            if is_taken or directory.known(name["text"], among) == body:
                found.add(body)
    return found
