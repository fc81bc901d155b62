"""The names of a paper that a person has to place, each once however often it stands.

A plan of fifty duties names the same few bodies: said once, said for all of it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phoihop.documents import values
from phoihop.documents.directory import Directory, Origin
from phoihop.documents.models import Draft, DraftState
from phoihop.pages.desk_rows import MOST_OFFERED, Offer, offer_of
from phoihop.pages.draft_words import LABELS
from phoihop.reading.findings import Field

# Bodies at hand that are offered besides those that the words are like.
MOST_AT_HAND = 4


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that nobody has placed: where it stands first, and how often."""

    draft: int
    version: int
    place: str
    words: str
    stands: str
    offers: tuple[Offer, ...]
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What of a paper waits for a body."""

    names: tuple[UnknownName, ...] = ()
    # Duties for which the paper names nobody, or nobody that is known.
    unnamed: int = 0
    unled: int = 0
    # Who may lead all of those.
    leads: tuple[Offer, ...] = ()
    # Whether the paper comes from a place that is known: else short names wait.
    origin: Origin = "known"

    @property
    def count(self) -> int:
        """How many things are to be said."""
        return len(self.names) + bool(self.unnamed)

    @property
    def all_words(self) -> str:
        """The names, for a request to whoever keeps the directory."""
        return "; ".join(f"“{name.words}”" for name in self.names)


def unplaced(drafts: Iterable[Draft], directory: Directory, own: int) -> Unplaced:
    """What waits for a body in these drafts; a name that only supports may stay words.

    ``own`` is the body at whose desk they lie: it and the bodies that the paper is
    known to be between are always at hand.
    """
    held = [draft for draft in drafts if draft.state != DraftState.DROPPED]
    at_hand = _at_hand(held, directory, own)
    first: dict[str, tuple[Draft, str, str]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    stands: dict[str, Counter[Field]] = {}
    unnamed = unled = 0
    for draft in held:
        of = Field(draft.field)
        if not values.lacks_body(of, draft.value):
            continue
        unled += of is Field.TASK
        if of is Field.TASK and values.lacks_lead(draft.value):
            unnamed += 1
            continue
        place = "lead" if of is Field.TASK else "organisation"
        words = str(dict(values.places(of, draft.value))[place]["text"])
        key = values.bare_name(words)
        first.setdefault(key, (draft, place, words))
        lists.setdefault(key, values.among(of, draft.value, place))
        stands.setdefault(key, Counter())[of] += 1
    names = tuple(
        UnknownName(
            draft=draft.pk,
            version=draft.version,
            place=place,
            words=words,
            stands=_stands(stands[key]),
            offers=_offers(words, lists[key], directory, at_hand, own),
            is_many=directory.names_many(words),
        )
        for key, (draft, place, words) in first.items()
    )
    led = sum(name.place == "lead" for name in names)
    # One name alone has its own choices.
    together = unnamed or led > 1
    together_unled = unled if together else 0
    return Unplaced(names, unnamed, together_unled, at_hand, directory.origin)


def _stands(counted: Counter[Field]) -> str:
    """``cơ quan ban hành, chủ trì 12 nhiệm vụ``."""
    said = [str(LABELS[of]).lower() for of in counted if of is not Field.TASK]
    led = counted[Field.TASK]
    if led:
        words = ngettext(
            "chủ trì %(count)s nhiệm vụ", "chủ trì %(count)s nhiệm vụ", led
        )
        said.append(words % {"count": led})
    return ", ".join(said)


def _at_hand(
    drafts: Iterable[Draft], directory: Directory, own: int
) -> tuple[Offer, ...]:
    """One's own body, and those that the paper is between or comes from."""
    found = {own: _("đơn vị của bạn")} if own in directory.bodies else {}
    for draft in drafts:
        body = draft.value.get("organisation")
        if body in directory.bodies and not directory.has_ended(body):
            found.setdefault(body, str(LABELS[Field(draft.field)]).lower())
    return tuple(
        Offer(body=pk, name=directory.bodies[pk].name, because=because, ended="")
        for pk, because in list(found.items())[:MOST_AT_HAND]
    )


def _offers(
    words: str,
    among: tuple[str, ...],
    directory: Directory,
    at_hand: tuple[Offer, ...],
    own: int,
) -> tuple[Offer, ...]:
    like = directory.candidates(words, most=MOST_OFFERED, among=among)
    offered = [offer_of(directory, one) for one in like]
    if directory.is_elsewhere(words):
        # "UBND tỉnh Bình Phong" is none of the bodies at hand, wherever they are.
        return ()
    if directory.names_many(words):
        # "Các bộ, ngành" are not the reader's own body: a group that stands for many.
        offered += [
            Offer(body=pk, name=directory.bodies[pk].name, because=_("nhóm"), ended="")
            for pk in directory.groups()[:MOST_AT_HAND]
        ]
        at_hand = tuple(offer for offer in at_hand if offer.body != own)
    known = {offer.body for offer in offered}
    return (*offered, *(offer for offer in at_hand if offer.body not in known))
