"""What stands on a page: headings, panels, notices, facts, history, the way back."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from phoihop.pages.rendering import component

register = template.Library()

# What a notice is, to Bootstrap and to a screen reader: a refusal interrupts.
NOTICES = {
    "info": ("alert-info", "status"),
    "success": ("alert-success", "status"),
    "warning": ("alert-warning", "status"),
    "refusal": ("alert-danger", "alert"),
}


@register.simple_block_tag
def heading(content: str, title: str, line: str = "") -> SafeString:
    """The heading of the page, with a line under it and the page's actions inside.

    On a phone the actions stay at the bottom of the screen.
    """
    under = format_html('<p class="heading-line">{}</p>', line) if line else ""
    actions = (
        format_html('<div class="heading-actions">{}</div>', content)
        if content.strip()
        else ""
    )
    return format_html(
        '<div class="heading"><div><h1>{}</h1>{}</div>{}</div>', title, under, actions
    )


@register.simple_block_tag
def panel(content: str, title: str = "", id: str = "") -> SafeString:
    """A part of the page under a heading of its own."""
    anchor = format_html(' id="{}"', id) if id else ""
    head = format_html("<h2>{}</h2>", title) if title else ""
    return format_html('<section class="panel"{}>{}{}</section>', anchor, head, content)


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """A sentence to the reader: info, success, warning or refusal."""
    dress, role = NOTICES[kind]
    head = format_html("<strong>{}</strong> ", title) if title else ""
    return format_html(
        '<div class="alert {}" role="{}">{}{}</div>', dress, role, head, content
    )


@register.inclusion_tag("_components/nothing_here.html")
def nothing_here(
    said: str, first: str = "", action: str = "", href: str = ""
) -> dict[str, object]:
    """In place of an empty list: what is missing, what to do first, and where."""
    return {"said": said, "first": first, "action": action, "href": href}


@register.simple_block_tag
def breadcrumb(content: str) -> SafeString:
    """The way here: programme / plan / clause; holds {% crumb %}."""
    return format_html(
        '<nav class="crumbs" aria-label="{}"><ol class="breadcrumb">{}</ol></nav>',
        gettext("Đường dẫn"),
        content,
    )


@register.simple_tag
def crumb(label: str, href: str = "") -> SafeString:
    """One step of the breadcrumb; without ``href`` it is where the reader is."""
    if not href:
        return format_html(
            '<li class="breadcrumb-item active" aria-current="page">{}</li>', label
        )
    return format_html(
        '<li class="breadcrumb-item"><a href="{}">{}</a></li>', href, label
    )


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """A list of what is known of a thing; holds {% fact %}."""
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_tag
def fact(label: str, value: object = None) -> SafeString:
    """One thing known; what is missing is "-"."""
    known = "-" if value is None or value == "" else value
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, known)


@register.inclusion_tag("_components/history.html")
def history(entries: Iterable[object], linked: bool = False) -> dict[str, object]:
    """Who changed what, from what to what, the newest first.

    An entry has ``at``, ``who``, ``body``, ``did``, ``url``, ``made`` and ``changes``;
    a change has ``field``, ``before`` and ``after``. ``linked`` leads from each entry
    to what it is about.
    """
    return {"entries": entries, "linked": linked}


@register.simple_block_tag(takes_context=True)
def context_column(
    context: Context, content: str, title: str = "", open: bool = True
) -> SafeString:
    """The column at the right that says where a thing comes from; it folds away."""
    return component(
        context,
        "context_column",
        content=content,
        title=title or gettext("Nguồn và thay đổi"),
        open=open,
    )


@register.simple_block_tag
def prose(content: str, label: str = "") -> SafeString:
    """Words as somebody wrote them, lines kept; quoted from a paper with a label."""
    if label:
        return format_html(
            '<figure class="quoted"><figcaption>{}</figcaption>'
            "<blockquote>{}</blockquote></figure>",
            label,
            content.strip(),
        )
    # The content of a block was escaped where it was rendered.
    words = mark_safe(content.strip())  # noqa: S308
    return format_html('<div class="prose">{}</div>', words)


@register.simple_tag
def lit(label: str, passage: str, start: int, end: int) -> SafeString:
    """The words of a paper that something comes from, lit in their passage."""
    before, quote, after = passage[:start], passage[start:end], passage[end:]
    return format_html(
        '<figure class="quoted"><figcaption>{}</figcaption>'
        '<blockquote>{}<mark class="lit">{}</mark>{}</blockquote></figure>',
        label,
        before,
        quote,
        after,
    )


@register.simple_block_tag
def fold(content: str, title: str, open: bool = False) -> SafeString:
    """What few readers need, folded away under its name."""
    return format_html(
        '<details class="fold"{}><summary>{}</summary>{}</details>',
        mark_safe(" open") if open else "",
        title,
        content,
    )


@register.simple_tag
def skip_link() -> SafeString:
    """The first thing on the page by keyboard: past the places, to the content."""
    return format_html(
        '<a class="skip-link" href="#noi-dung">{}</a>', gettext("Đến nội dung")
    )
