"""What the review desk says of words that nobody sees, and of tracked changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phoihop.documents.unseen import Place, Stored, tracked

# Why words are not seen, as the mark in the text and the draft say it.
WHY = {
    "white": _("chữ cùng màu nền"),
    "tiny": _("chữ quá nhỏ"),
    "off_page": _("chữ nằm ngoài trang"),
    "zero_width": _("có ký tự không hiện"),
    "marked_hidden": _("chữ đặt là ẩn"),
    "look_alike": _("chữ cái của bảng chữ khác, trông giống hệt"),
}
# Links at the head of the desk; the others are marked in the text.
MOST_SHOWN = 20
LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place of the paper that nobody sees."""

    number: int
    line: int
    why: str
    words: str


def why_unseen(kinds: Iterable[str]) -> str:
    """These kinds in words."""
    return ", ".join(str(WHY[kind]) for kind in kinds)


def shown_places(text: str, found: Sequence[Place]) -> list[ShownPlace]:
    """The first places with their lines and words."""
    shown = []
    line, at = 1, 0
    for place in found[:MOST_SHOWN]:
        line += text.count("\n", at, place.start)
        at = place.start
        words = " ".join(text[place.start : place.end].split())
        if len(words) > LONGEST_WORDS:
            words = f"{words[:LONGEST_WORDS]} …"
        shown.append(ShownPlace(place.number, line, why_unseen(place.kinds), words))
    return shown


def tracked_words(remarks: Sequence[Stored]) -> str:
    """That changes were tracked and are read as accepted; empty without any."""
    counts = tracked(remarks)
    said = []
    if counts["inserted"]:
        more = ngettext(
            "%(count)s đoạn được thêm", "%(count)s đoạn được thêm", counts["inserted"]
        )
        said.append(more % {"count": counts["inserted"]})
    if counts["deleted"]:
        less = ngettext(
            "%(count)s đoạn bị xóa", "%(count)s đoạn bị xóa", counts["deleted"]
        )
        said.append(less % {"count": counts["deleted"]})
    if not said:
        return ""
    return gettext(
        "Văn bản còn sửa đổi đang theo dõi (%(changes)s); máy đọc như đã chấp nhận hết."
    ) % {"changes": ", ".join(said)}
