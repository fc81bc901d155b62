"""A page of a paper on the review desk: its picture, and over it the words of drafts.

The boxes are shapes of an SVG, placed by attributes: the content policy allows no
style in a page. A box is a link to its draft, as the lit words of the text are.
"""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from phoihop.pages.page_sheets import ASKED, LitPlace, PageSheet, Switch

register = template.Library()

NOTHING = mark_safe("")
# Of a long duty its first words say which one it is.
WORDS_SAID = 12


@register.simple_tag
def source_switch(switch: Switch | None, sheet: PageSheet | None = None) -> SafeString:
    """The switch between the text of a paper and its pages; nothing without pages."""
    if switch is None:
        return NOTHING
    links = format_html_join(
        "",
        '<li><a href="{}"{}>{}</a></li>',
        (
            (to, mark_safe(' aria-current="true"') if shown else NOTHING, said)
            for to, shown, said in (
                (switch.text, sheet is None, gettext("Văn bản")),
                (switch.first, sheet is not None, gettext("Trang gốc")),
            )
        ),
    )
    return format_html(
        '<div class="versions" role="group" aria-label="{}"><ul>{}</ul></div>',
        gettext("Xem văn bản hay trang gốc"),
        links,
    )


@register.simple_tag
def source_page(sheet: PageSheet) -> SafeString:
    """A page of the paper with the words of its drafts lit."""
    if sheet.said:
        inside = format_html('<p class="page-said">{}</p>', sheet.said)
    else:
        inside = format_html("{}{}{}", _steps(sheet), _unfit(sheet), _drawing(sheet))
    page_of = " ".join(f"{draft}:{page}" for draft, page in sheet.page_of.items())
    return format_html(
        '<section class="source source-page" id="trang-goc" tabindex="0" '
        'aria-label="{}" data-sheet="{}" data-page-of="{}">{}</section>',
        gettext("Trang gốc"),
        sheet.number,
        page_of,
        inside,
    )


def _steps(sheet: PageSheet) -> SafeString:
    """Which page this is, and the ways to those beside it."""
    before, after = "", ""
    if sheet.number > 1:
        before = _step(sheet.number - 1, "prev", gettext("Trang trước"))
    if sheet.number < sheet.pages:
        after = _step(sheet.number + 1, "next", gettext("Trang sau"))
    return format_html(
        '<nav class="page-steps" aria-label="{}">{}<span>{}</span>{}</nav>',
        gettext("Các trang của tệp"),
        before,
        gettext("Trang %(number)s / %(pages)s")
        % {"number": sheet.number, "pages": sheet.pages},
        after,
    )


def _step(number: int, rel: str, said: str) -> SafeString:
    return format_html(
        '<a href="?{}={}" rel="{}" data-sheet-step>{}</a>', ASKED, number, rel, said
    )


def _unfit(sheet: PageSheet) -> SafeString:
    if sheet.fits:
        return NOTHING
    return format_html(
        '<p class="page-said">{}</p>',
        gettext(
            "Bản đọc này có trước cách đọc trang hiện nay nên chữ không được tô trên "
            "ảnh. Đọc lại văn bản thì sẽ có."
        ),
    )


def _drawing(sheet: PageSheet) -> SafeString:
    said = gettext("Ảnh trang %(number)s của văn bản; chữ của trang ở cách xem Văn bản")
    begun: set[int] = set()
    places = format_html_join(
        "", "{}", ((_place(place, begun),) for place in sheet.places)
    )
    return format_html(
        '<svg class="page-sheet" viewBox="0 0 {0} {1}" role="group" aria-label="{2}">'
        '<image href="{3}" width="{0}" height="{1}" role="img" aria-label="{4}"/>'
        "{5}</svg>",
        sheet.width,
        sheet.height,
        gettext("Trang gốc, chữ của từng mục được tô"),
        sheet.picture,
        said % {"number": sheet.number},
        places,
    )


def _place(place: LitPlace, begun: set[int]) -> SafeString:
    """The boxes of a finding; those of a draft that come first carry its anchor."""
    anchor = NOTHING
    if place.draft not in begun:
        begun.add(place.draft)
        anchor = format_html(' id="chu-{}"', place.draft)
    boxes = format_html_join(
        "", '<rect x="{}" y="{}" width="{}" height="{}"/>', place.boxes
    )
    return format_html(
        '<a href="#nhap-{0}" class="lit-place lit lit-{1}" data-of="{0}"{2} '
        'aria-label="{3}">{4}</a>',
        place.draft,
        place.kind,
        anchor,
        Truncator(place.words).words(WORDS_SAID),
        boxes,
    )
