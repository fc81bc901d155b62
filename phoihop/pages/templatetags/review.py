"""The review desk: the paper at the left, what was found in it at the right.

Strings and no sub-templates: a reading of fifty duties has 25 ms for everything.
"""

from collections.abc import Iterable, Sequence

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from phoihop.documents.unseen import Place
from phoihop.pages.desk_bodies import Unplaced
from phoihop.pages.desk_rows import Group, ShownDraft
from phoihop.pages.lit_text import LETTERS, Lit, Shade, lines
from phoihop.pages.templatetags.draft_html import FEWEST_TOGETHER, DraftWriter
from phoihop.pages.unseen_words import ShownPlace, why_unseen

register = template.Library()

NOTHING = mark_safe("")


@register.simple_block_tag
def desk_columns(content: str) -> SafeString:
    """Two columns that scroll by themselves; on a phone one below the other."""
    return format_html('<div class="review">{}</div>', content)


@register.simple_block_tag
def drafts_column(content: str) -> SafeString:
    """The right column."""
    return format_html('<div class="drafts" id="nhap">{}</div>', content)


@register.simple_tag
def source_text(
    text: str, lits: Iterable[Lit], adds: str = "", hidden: Sequence[Place] = ()
) -> SafeString:
    """The paper itself, line by line, its findings lit.

    ``adds`` is the address at which selected words are added by hand; ``hidden`` what
    nobody sees in the paper, which is framed here with the reason.
    """
    shades = [
        Shade(place.start, place.end, place.number, why_unseen(place.kinds))
        for place in hidden
    ]
    to = format_html(' data-adds="{}"', adds) if adds else NOTHING
    return format_html(
        '<section class="source" id="van-ban" tabindex="0" aria-label="{}"{}>'
        '<p class="source-add" hidden><a class="btn btn-primary btn-sm" data-add '
        'data-key="t" aria-keyshortcuts="t" href="#van-ban">{}</a></p>'
        '<ol class="source-lines">{}</ol></section>',
        gettext("Văn bản gốc"),
        to,
        gettext("Thêm mục từ đoạn đã chọn"),
        lines(text, lits, shades),
    )


@register.simple_tag
def unseen_places(shown: list[ShownPlace], count: int) -> SafeString:
    """Links to what nobody sees in the paper, each with its reason and its words."""
    items = format_html_join(
        "",
        '<li><a href="#khuat-{}">{}</a>: {} «{}»</li>',
        (
            (
                one.number,
                gettext("dòng %(line)s") % {"line": one.line},
                one.why,
                one.words,
            )
            for one in shown
        ),
    )
    rest = count - len(shown)
    more = gettext("và %(count)s chỗ khác, đánh dấu trong văn bản gốc")
    last = format_html("<li>{}</li>", more % {"count": rest}) if rest else NOTHING
    return format_html("<ul>{}{}</ul>", items, last)


@register.simple_tag
def legend() -> SafeString:
    """What each letter and colour in the paper stands for."""
    words = {
        "head": gettext("phần đầu, người ký, các bên"),
        "reference": gettext("văn bản dẫn chiếu"),
        "clause": gettext("mục của văn bản"),
        "task": gettext("nhiệm vụ"),
        "lead": gettext("chủ trì"),
        "supporting": gettext("phối hợp"),
        "due": gettext("hạn"),
    }
    items = format_html_join(
        "",
        '<li><mark class="lit lit-{0}" data-letter="{1}">{2}</mark></li>',
        ((kind, LETTERS[kind], said) for kind, said in words.items()),
    )
    return format_html(
        '<ul class="legend" aria-label="{}">{}</ul>', gettext("Chú giải"), items
    )


@register.simple_tag(takes_context=True)
def draft_list(
    context: Context,
    title: str,
    rows: list[ShownDraft],
    editable: bool = False,
    folded: bool = False,
) -> SafeString:
    """Drafts under a heading of their own; ``folded`` where there may be many."""
    if not rows:
        return NOTHING
    # Beside a page, words are found on their page and not in a line.
    sheet = context.get("sheet")
    pages = sheet.page_of if sheet else None
    writer = DraftWriter(editable=editable, pages=pages)
    inside, acts = writer.all(rows), writer.acts_of(rows)
    if not folded:
        return format_html(
            '<section class="draft-group"><h2>{}</h2>{}{}</section>',
            title,
            inside,
            acts,
        )
    return format_html(
        '<details class="draft-group"><summary>{} ({})</summary>{}{}</details>',
        title,
        len(rows),
        inside,
        acts,
    )


@register.simple_tag
def proven_duties(groups: list[Group], editable: bool = False) -> SafeString:
    """One press for the duties of several groups whose rules are proven."""
    if len(groups) < FEWEST_TOGETHER:
        return NOTHING
    rows = [row for group in groups for row in group.rows]
    return DraftWriter(editable=editable).acts_of_proven(rows)


@register.inclusion_tag("_components/unplaced_names.html")
def unplaced_names(unplaced: Unplaced, request_text: str) -> dict[str, object]:
    """The names that wait for a body: each once, with the bodies it may mean.

    ``request_text`` is for whoever keeps the directory, to be copied.
    """
    writer = DraftWriter(editable=True)
    rows: list[dict[str, object]] = [
        {
            "words": name.words,
            "about": name.stands,
            "is_many": name.is_many,
            "offers": writer.offers(
                name.offers, f"choose {name.draft} {name.version} {name.place}"
            ),
            "find": f"{reverse('draft_body', args=[name.draft])}?cho={name.place}",
        }
        for name in unplaced.names
    ]
    if unplaced.unled:
        said = ngettext(
            "%(count)s nhiệm vụ chưa rõ đơn vị chủ trì",
            "%(count)s nhiệm vụ chưa rõ đơn vị chủ trì",
            unplaced.unled,
        )
        all_of_them: dict[str, object] = {
            "words": said % {"count": unplaced.unled},
            "about": gettext(
                "chọn một đơn vị cho tất cả; nhiệm vụ nào khác thì sửa sau"
            ),
            "offers": writer.offers(unplaced.leads, "lead_all"),
        }
        rows.insert(0, all_of_them)
    return {"unplaced": unplaced, "rows": rows, "request_text": request_text}


@register.simple_tag
def desk_keys() -> SafeString:
    """What single letters do to the draft at hand; shown by the script alone."""
    keys = (
        ("a", "accept", gettext("Nhận"), gettext("Nhận mục này")),
        ("e", "edit", gettext("Sửa"), gettext("Sửa mục này")),
        ("g", "group", gettext("Nhóm"), gettext("Nhóm: nhận cả nhóm đang xem")),
        ("x", "drop", gettext("Bỏ"), gettext("Bỏ mục này")),
        ("n", "next", gettext("Kế tiếp"), gettext("Kế tiếp: mục chưa xem")),
        ("d", "doubtful", gettext("Nghi ngờ"), gettext("Nghi ngờ: mục kế tiếp")),
    )
    buttons = format_html_join(
        "",
        '<button type="button" class="btn btn-outline-primary btn-sm" data-key="{0}" '
        'aria-keyshortcuts="{0}" data-desk="{1}" aria-label="{3}">{2} '
        '<kbd aria-hidden="true">{0}</kbd></button>',
        keys,
    )
    return format_html('<div class="desk-keys" data-desk-keys hidden>{}</div>', buttons)
