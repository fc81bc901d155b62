"""What the rooms above lend: how the subject of each kind of notice is found.

``chores.notices`` fills this when the installation starts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from phoihop.accounts.models import User
from phoihop.notices.models import Notice


@dataclass(frozen=True)
class Subject:
    """What a notice is about, as its reader may see it now.

    ``values`` fill the sentence, ``url`` leads there, ``body`` is the body it is of.
    """

    values: dict[str, str] = field(default_factory=dict)
    url: str = ""
    body: str = ""


# Of these ids, those that the person may see, in the circles that are open.
Finder = Callable[[User, Sequence[int]], dict[int, Subject]]
_finders: dict[str, Finder] = {}


def register(kind: str, finder: Finder) -> None:
    """Say how the subjects of a kind are found."""
    _finders[kind] = finder


def kinds() -> list[str]:
    """Every kind that is registered."""
    return sorted(_finders)


def found(person: User, notices: Iterable[Notice]) -> dict[int, Subject]:
    """The subject of each notice that the person may read, by the notice's key.

    One question a finder, not one a notice. What is not found may not be shown.
    """
    asked: dict[Finder, list[Notice]] = defaultdict(list)
    for notice in notices:
        finder = _finders.get(notice.kind)
        if finder is not None:
            asked[finder].append(notice)
    shown = {}
    for finder, rows in asked.items():
        subjects = finder(person, sorted({row.subject for row in rows}))
        shown.update(
            {row.pk: subjects[row.subject] for row in rows if row.subject in subjects}
        )
    return shown
