"""The pages of a .pdf on the review desk: a picture with the words of drafts lit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from phoihop.documents import page_views
from phoihop.documents.models import READ, Draft, Reading
from phoihop.pages import refusals
from phoihop.pages.lit_text import Lit
from phoihop.pages.scoped import Request, scoped_page
from phoihop.reading.page_view import Spot
from phoihop.refusals import Refused
from phoihop.sentences import sentence

# The word in the address that asks for a page, and how many digits are taken.
ASKED = "trang"
DIGITS = 4
BUSY = 503


@dataclass(frozen=True)
class LitPlace:
    """The words of a draft on the page: one box a line, in tenths of a point."""

    draft: int
    kind: str
    words: str
    boxes: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True)
class PageSheet:
    """A page as the desk shows it; ``said`` instead of it where it cannot be."""

    number: int
    pages: int = 0
    width: int = 0
    height: int = 0
    picture: str = ""
    places: tuple[LitPlace, ...] = ()
    fits: bool = True
    said: str = ""
    # The page on which each draft stands.
    page_of: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Switch:
    """The two ways to see a paper; ``first`` is the page that is shown first."""

    text: str
    first: str


def switch(reading: Reading) -> Switch | None:
    """The way to the pages of a paper that has some."""
    if not page_views.has_pages(reading):
        return None
    here = reverse("review_desk", args=[reading.pk])
    first = min(page_views.spans(reading), default=1)
    return Switch(here, f"{here}?{ASKED}={first}")


def asked_page(request: Request) -> int:
    """The page that the address asks for; 0 for none.

    Raises ``Http404`` for what no link of the desk says.
    """
    said = request.GET.get(ASKED, "")
    if not said:
        return 0
    if not (said.isascii() and said.isdecimal() and len(said) <= DIGITS):
        raise Http404
    return int(said)


def page_sheet(
    request: Request, reading: Reading, drafts: Sequence[Draft], lits: Iterable[Lit]
) -> PageSheet | None:
    """The page that was asked for, these drafts lit on it; None for the text."""
    number = asked_page(request)
    if not number:
        return None
    if not page_views.has_pages(reading):
        raise Http404
    page_of = _pages_of(reading, drafts)
    try:
        seen = page_views.view(reading, number)
    except Refused as refused:
        return PageSheet(number, said=sentence(refused), page_of=page_of)
    if seen is None:
        raise Http404
    return PageSheet(
        number,
        seen.pages,
        seen.width,
        seen.height,
        f"{reverse('reading_page', args=[reading.pk])}?{ASKED}={number}",
        tuple(_places(reading.read_text.text, seen.spots, lits)),
        seen.fits,
        page_of=page_of,
    )


def _pages_of(reading: Reading, drafts: Iterable[Draft]) -> dict[int, int]:
    spans = page_views.spans(reading)
    return {
        draft.pk: number
        for draft in drafts
        if draft.start is not None
        for number, (start, end) in spans.items()
        if start <= draft.start < end
    }


def _places(
    text: str, spots: Sequence[Spot], lits: Iterable[Lit]
) -> Iterable[LitPlace]:
    """Where findings are seen; the wider first, so that the inner ones lie on top."""
    for lit in sorted(lits, key=lambda one: one.start - one.end):
        under = [
            spot for spot in spots if spot.start < lit.end and spot.end > lit.start
        ]
        if under:
            words = " ".join(text[lit.start : lit.end].split())
            yield LitPlace(lit.draft, lit.kind, words, tuple(_lines(under)))


def _lines(spots: Sequence[Spot]) -> Iterable[tuple[int, int, int, int]]:
    """(left, top, width, height) of each line of words."""
    line: list[Spot] = []
    for spot in spots:
        if line and (spot.left < line[-1].left or spot.top > line[-1].bottom):
            yield _around(line)
            line = []
        line.append(spot)
    if line:
        yield _around(line)


def _around(spots: Sequence[Spot]) -> tuple[int, int, int, int]:
    left, top = min(s.left for s in spots), min(s.top for s in spots)
    right, bottom = max(s.right for s in spots), max(s.bottom for s in spots)
    return left, top, right - left, bottom - top


@scoped_page
def picture(request: Request, pk: int) -> HttpResponse:
    """A page of a paper as a picture, drawn in the jail: never bytes of its file."""
    rows = Reading.objects.select_related("document__file", "read_text")
    reading: Reading = get_object_or_404(rows, pk=pk, state__in=READ)
    if not page_views.has_pages(reading):
        raise Http404
    try:
        drawn = page_views.picture(reading, asked_page(request) or 1)
    except Refused as refused:
        # Looking is no attempt at anything: a sentence, and nothing recorded.
        answer = refusals.page(request, refused)
        if refused.code == "file.busy":
            answer.status_code = BUSY
        return answer
    if not drawn:
        raise Http404
    return HttpResponse(
        drawn,
        content_type="image/png",
        headers={"Content-Security-Policy": "sandbox; default-src 'none'"},
    )
