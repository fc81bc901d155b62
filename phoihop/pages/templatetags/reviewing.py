"""The words of a review on the page: a fact with its records, what the body says."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

register = template.Library()
# Words of a judgement by which its links are told apart.
HEARD = 8


@register.simple_tag
def fact_line(
    text: str, records: Iterable[tuple[str, str]], item: bool = False
) -> SafeString:
    """A counted sentence, which opens on the records behind it."""
    listed = format_html_join("", '<li><a href="{1}">{0}</a></li>', records)
    return format_html(
        '<details class="fact-line{}"><summary lang="vi">{}</summary>'
        '<p class="quiet">{}</p><ul>{}</ul></details>',
        " fact-item" if item else "",
        text,
        _("Căn cứ:"),
        listed,
    )


@register.simple_tag
def judgement_line(text: str, who: str, edit: str = "", drop: str = "") -> SafeString:
    """The body's own words, marked as such, with who entered them."""
    lines = format_html_join("", "<p>{}</p>", ((line,) for line in text.splitlines()))
    said = _("nhận định của đơn vị · %(name)s nhập") % {"name": who}
    # To whoever hears the links one by one: which of the judgements they are about.
    about = Truncator(text).words(HEARD, truncate="…")
    links = [(edit, _("Sửa"), about), (drop, _("Bỏ"), about)] if edit else []
    acts = format_html_join(
        "", ' · <a href="{}">{}<span class="visually-hidden"> “{}”</span></a>', links
    )
    return format_html(
        '<div class="judgement">{}<p class="quiet">{}{}</p></div>', lines, said, acts
    )


@register.simple_tag
def judgement_link(url: str, block: str, label: str) -> SafeString:
    """The way to saying something in a part; its name tells it from the others."""
    return format_html(
        '<p><a href="{}?phan={}">{}<span class="visually-hidden">: {}</span></a></p>',
        url,
        block,
        _("Thêm nhận định"),
        label,
    )
