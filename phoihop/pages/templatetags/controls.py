"""What a person presses, fills in or goes on by."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from django import template
from django.forms import BaseForm
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from phoihop.pages.rendering import component

register = template.Library()

KINDS = {
    "primary": "btn btn-primary",
    "quiet": "btn btn-outline-primary",
    "danger": "btn btn-outline-danger",
}
NOTHING = mark_safe("")


@register.simple_tag
def button(
    label: str,
    kind: str = "quiet",
    href: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    key: str = "",
    small: bool = False,
) -> SafeString:
    """A button that sends its form, or with ``href`` a link that looks like one.

    ``label`` is verb and object. ``key`` is the letter that presses it.
    """
    dress = KINDS[kind] + (" btn-sm" if small else "")
    letter = (
        format_html(' data-key="{0}" aria-keyshortcuts="{0}"', key) if key else NOTHING
    )
    if href:
        return format_html(
            '<a class="{}" href="{}"{}>{}</a>', dress, href, letter, label
        )
    sent = format_html(' name="{}" value="{}"', name, value) if name else NOTHING
    of_form = format_html(' form="{}"', form) if form else NOTHING
    return format_html(
        '<button type="submit" class="{}"{}{}{}>{}</button>',
        dress,
        sent,
        of_form,
        letter,
        label,
    )


@register.simple_block_tag(takes_context=True)
def form(
    context: Context,
    content: str,
    of: BaseForm | None,
    action: str = "",
    id: str = "",
    files: bool = False,
    inline: bool = False,
) -> SafeString:
    """A form that posts the fields inside, with what no page may forget.

    That is the token, a new key against double posts, the hidden fields of ``of``
    and its errors as a whole; None where there is nothing to fill in.
    The browser does not judge the fields (``novalidate``): its sentences are in the
    machine's language, ours stand at the field in the reader's.
    """
    hidden = of.hidden_fields() if of else []
    errors = of.non_field_errors() if of else []
    return component(
        context,
        "form",
        content=content,
        action=action,
        id=id,
        files=files or (of is not None and of.is_multipart()),
        inline=inline,
        token=context.get("csrf_token", ""),
        key=uuid4(),
        hidden=hidden,
        errors=[e for e in (*errors, *(e for f in hidden for e in f.errors)) if e],
    )


@register.simple_block_tag
def confirm_bar(content: str) -> SafeString:
    """The line of a form's buttons; on a phone it stays at the bottom."""
    return format_html('<div class="confirm-bar">{}</div>', content)


@register.inclusion_tag("_components/filters.html")
def filters(form: BaseForm, clear: str = "", do: str = "") -> dict[str, object]:
    """The fields a list is narrowed by, as a form that reads (GET).

    With ``do`` it asks something else than for a list, and its button says what.
    """
    return {"form": form, "clear": clear, "do": do}


@register.inclusion_tag("_components/pager.html")
def pager(next: str = "", first: str = "", shown: int = 0) -> dict[str, object]:
    """On to the next rows of a list, or back to its first."""
    return {"next": next, "first": first, "shown": shown}


@register.inclusion_tag("_components/versions.html")
def versions(
    label: str, was: str, now: str, showing: str = "now", at: datetime | None = None
) -> dict[str, object]:
    """The switch between a thing as it was then and as it is now.

    ``label`` says when "then" is: "Như lúc ký". ``showing`` is "was" or "now".
    """
    return {"label": label, "was": was, "now": now, "showing": showing, "at": at}


@register.inclusion_tag("_components/merge.html")
def merge(differences: Iterable[object], who: str = "") -> dict[str, object]:
    """The fields in which somebody else was faster, each with its two texts.

    A difference has ``label``, ``target`` (the id of its field), ``yours``,
    ``theirs`` and ``theirs_value`` (as the field posts it); ``who`` saved first.
    """
    return {"differences": differences, "who": who}


@register.inclusion_tag("_components/two_texts.html")
def two_texts(
    label: str, ours: str, theirs: str, box: object = None
) -> dict[str, object]:
    """What a plan has beside what a sheet says, with the box that takes the latter."""
    return {"label": label, "ours": ours, "theirs": theirs, "box": box}


@register.inclusion_tag("_components/copy_box.html")
def copy_box(label: str, text: str, id: str) -> dict[str, object]:
    """A text that is there to be copied, with a button that does so.

    Without scripts it is marked and copied by hand.
    """
    return {"label": label, "text": text, "id": id, "rows": len(text) // 60 + 2}


@register.inclusion_tag("_components/language_switch.html", takes_context=True)
def language_switch(context: Context, action: str) -> dict[str, object]:
    """A button that shows the same page in the other language."""
    english = (get_language() or "vi").startswith("en")
    return {
        "action": action,
        "other": ("vi", "Tiếng Việt") if english else ("en", "English"),
        "back": _address(context),
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("_components/body_switch.html", takes_context=True)
def body_switch(context: Context, action: str, menu: bool = False) -> dict[str, object]:
    """Which body the person acts as, and the way to another of theirs.

    In the ``menu`` of a phone each body is a button of its own: long names wrap.
    """
    return {
        "action": action,
        "menu": menu,
        "actor": context.get("actor"),
        "memberships": context.get("memberships") or [],
        "back": _address(context),
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("_components/keyboard_help.html")
def keyboard_help() -> dict[str, object]:
    """The list of single-letter keys, opened by ``?`` (and by nothing without JS)."""
    return {}


def _address(context: Context) -> str:
    """The address of the page being read, to come back to."""
    request = getattr(context, "request", None)
    return request.get_full_path() if request is not None else "/"
