"""Drafts of the review desk as HTML: strings, and every word of a paper escaped.

A reading of fifty duties is a hundred and more drafts, and its page has 25 ms for all
of them: so the words of the page are looked up once, and each draft is one string.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.pages.desk_rows import Offer, ShownDraft, ShownName
from phoihop.pages.templatetags.marks import state

# Of one, its own button decides.
FEWEST_TOGETHER = 2
BUTTON = 'class="btn btn-outline-primary btn-sm"'


@dataclass(frozen=True)
class Words:
    """What the page itself says of every draft, in one language."""

    accept: str
    drop: str
    reopen: str
    edit: str
    accept_all: str
    accept_proven: str
    not_come_to: str
    right: str
    drop_all: str
    inside: str
    outside: str
    choose: str
    choose_one: str
    find: str
    find_another: str
    unknown: str
    read: str
    why: str
    line: str
    page: str
    scope: str
    lies_outside: str
    persons: str
    unseen: str


@lru_cache(maxsize=4)
def _words(language: str | None) -> Words:
    return Words(
        accept=_("Nhận"),
        drop=_("Bỏ"),
        reopen=_("Xem lại"),
        edit=_("Sửa"),
        accept_all=_("Nhận cả %(count)s mục"),
        accept_proven=_("Nhận cả %(count)s nhiệm vụ theo quy tắc đã kiểm chứng"),
        not_come_to=_("Còn mục chưa xem đến: xem hết rồi bấm lại."),
        right=_("quy tắc này đúng %(right)s/%(of)s lần"),
        drop_all=_("Bỏ cả %(count)s mục"),
        inside=_("Trong phạm vi"),
        outside=_("Ngoài phạm vi"),
        choose=_("Chọn"),
        choose_one=_("Chọn %(name)s"),
        find=_("Tìm đơn vị"),
        find_another=_("Tìm đơn vị khác"),
        unknown=_("– chưa rõ là đơn vị nào"),
        read=_("đọc: «%(words)s»"),
        why=_("vì sao: %(why)s"),
        line=_("dòng %(line)s"),
        page=_("trang %(page)s"),
        scope=_("Phạm vi"),
        lies_outside=_("ngoài phạm vi hỗ trợ"),
        persons=_(
            "Có %(kinds)s trong nội dung: sửa lại trước, khi xác nhận sẽ bị từ chối."
        ),
        unseen=_("Dựa vào chữ mắt thường không thấy (%(why)s): đối chiếu bản gốc."),
    )


class DraftWriter:
    """Writes the drafts of one page; ``editable`` with what can be decided.

    ``pages`` says on which page of the paper each draft stands, where pages are shown.
    """

    def __init__(
        self, *, editable: bool, pages: Mapping[int, int] | None = None
    ) -> None:
        self.pages = pages or {}
        self.words = _words(get_language())
        self.editable = editable
        # One address of each kind, in which the number is put for each draft.
        self.edit = reverse("draft_edit", args=[0])
        self.body = reverse("draft_body", args=[0])

    def all(self, rows: list[ShownDraft]) -> SafeString:
        """These drafts, one after the other."""
        # Every text that comes from a paper or a person is escaped where it is put in.
        return mark_safe("".join(map(self._draft, rows)))  # noqa: S308

    def acts_of(self, rows: list[ShownDraft]) -> SafeString:
        """What can be decided of those that nobody has decided, all at once.

        It stands behind them: who presses it has come past each of them.
        """
        waiting = [row for row in rows if row.is_open]
        together = [row for row in waiting if row.goes_with_others]
        buttons = self._of_all("accept_all", self.words.accept_all, together)
        buttons += self._of_all("drop_all", self.words.drop_all, waiting)
        return self._group_acts(f"nhom-{rows[0].draft.pk}", buttons)

    def acts_of_proven(self, rows: list[ShownDraft]) -> SafeString:
        """One press for the duties of every group, as far as their rules are proven."""
        together = [row for row in rows if row.is_open and row.goes_with_others]
        buttons = self._of_all("accept_all", self.words.accept_proven, together)
        return self._group_acts("ca-ban", buttons)

    def _of_all(self, do: str, said: str, rows: list[ShownDraft]) -> str:
        if not self.editable or len(rows) < FEWEST_TOGETHER:
            return ""
        named = ",".join(f"{row.draft.pk}.{row.draft.version}" for row in rows)
        return (
            f'<button type="submit" form="ban" name="do" {BUTTON} '
            f'value="{do} {named}">{escape(said % {"count": len(rows)})}</button>'
        )

    def _group_acts(self, live: str, buttons: str) -> SafeString:
        """In a place that the script finds again when there is nothing left to do."""
        if not self.editable:
            return mark_safe("")
        said = self.words.not_come_to
        later = f'<span role="status" data-unseen hidden>{said}</span>'
        acts = f"{buttons}{later}" if buttons else ""
        hidden = "" if buttons else " hidden"
        # Numbers and words of our own.
        return mark_safe(  # noqa: S308
            f'<p class="draft-acts" data-live="{live}"{hidden}>{acts}</p>'
        )

    def _draft(self, row: ShownDraft) -> str:
        draft = row.draft
        doubt = state("draft_doubtful" if row.doubtful else "draft_sure")
        decided = "" if row.is_open else state(f"draft_{draft.state}")
        words = f'<p class="draft-words">{escape(row.words)}</p>' if row.words else ""
        return (
            f'<article class="draft draft-{draft.field}" id="nhap-{draft.pk}" '
            f'tabindex="-1" data-step data-state="{draft.state}" '
            f'data-doubtful="{int(row.doubtful)}">'
            f'<header><h3 id="ten-{draft.pk}">{escape(row.label)}</h3>{doubt} {decided}'
            f"</header>{words}{self._facts(row)}{self._persons(row)}{self._unseen(row)}"
            f"{self._why(row)}"
            f"{self._acts(row) if self.editable else ''}</article>"
        )

    def _facts(self, row: ShownDraft) -> str:
        pairs = [(label, escape(said)) for label, said in row.facts]
        pairs += [(name.label, self._name(row, name)) for name in row.names]
        if row.outside:
            pairs.append((self.words.scope, self.words.lies_outside))
        if not pairs:
            return ""
        inside = "".join(
            f"<div><dt>{escape(label)}</dt><dd>{said}</dd></div>"
            for label, said in pairs
        )
        return f'<dl class="facts">{inside}</dl>'

    def _name(self, row: ShownDraft, name: ShownName) -> str:
        """Whom a name means; where that is not sure, whom it may mean and why."""
        written = escape(name.words)
        if name.body:
            read = escape(self.words.read % {"words": name.words})
            same = "" if name.body == name.words else f" ({read})"
            gone = f" <strong>{escape(name.ended)}</strong>" if name.ended else ""
            return f"✓ {escape(name.body)}{same}{gone}"
        choose = f"choose {row.draft.pk} {row.draft.version} {name.place}"
        listed = self.offers(name.offers, choose)
        find = ""
        if self.editable:
            to = self.body.replace("/0/", f"/{row.draft.pk}/")
            said = self.words.find_another if name.offers else self.words.find
            find = f'<p><a href="{to}?cho={name.place}">{said}</a></p>'
        return f"{written} <span>{self.words.unknown}</span>{listed}{find}"

    def offers(self, offers: Iterable[Offer], do: str) -> SafeString:
        """Bodies to choose among; ``do`` is what the button says before the body."""
        items = "".join(f"<li>{self._offer(one, do)}</li>" for one in offers)
        # Escaped where each is put in.
        return mark_safe(f'<ul class="offers">{items}</ul>' if items else "")  # noqa: S308

    def _offer(self, offer: Offer, do: str) -> str:
        called = escape(offer.name)
        if offer.ended:
            return f"{called} ({escape(offer.ended)})"
        why = "; ".join(filter(None, (offer.because, offer.under)))
        said = f"{called} <span>({escape(why)})</span>"
        if not self.editable:
            return said
        label = escape(self.words.choose_one % {"name": offer.name})
        return (
            f'{said} <button type="submit" form="ban" name="do" {BUTTON} '
            f'value="{do} {offer.body}" aria-label="{label}">'
            f"{self.words.choose}</button>"
        )

    def _persons(self, row: ShownDraft) -> str:
        if not row.persons:
            return ""
        said = escape(self.words.persons % {"kinds": row.persons})
        return f'<p class="draft-persons">▲ {said}</p>'

    def _unseen(self, row: ShownDraft) -> str:
        if not row.unseen:
            return ""
        said = escape(self.words.unseen % {"why": row.unseen})
        return (
            f'<p class="draft-persons">▲ <a href="#khuat-{row.unseen_at}">{said}</a>'
            "</p>"
        )

    def _why(self, row: ShownDraft) -> str:
        """The rule and the line, which leads to the words in the paper."""
        because = escape(self.words.why % {"why": row.why})
        if row.tally.judged:
            counts = {"right": row.tally.accepted, "of": row.tally.judged}
            because += f"; {self.words.right % counts}"
        to = ""
        if page := self.pages.get(row.draft.pk):
            said = self.words.page % {"page": page}
            to = f' · <a href="?trang={page}#chu-{row.draft.pk}">{said}</a>'
        elif row.line:
            line = self.words.line % {"line": row.line}
            to = f' · <a href="#chu-{row.draft.pk}">{line}</a>'
        return f'<p class="draft-why">{because}{to}</p>'

    def _acts(self, row: ShownDraft) -> str:
        """What can be decided; the buttons belong to the one form of the desk."""
        draft, words = row.draft, self.words
        is_dropped = draft.state == "dropped"
        acts = []
        if row.is_open:
            acts.append(("accept", words.accept))
        elif is_dropped or draft.state != "added":
            acts.append(("reopen", words.reopen))
        if not is_dropped:
            acts.append(("drop", words.drop))
        if draft.field == "task" and not is_dropped:
            to = ("inside", words.inside) if row.outside else ("outside", words.outside)
            acts.append(to)
        named = f'aria-describedby="ten-{draft.pk}"'
        buttons = "".join(
            f'<button type="submit" form="ban" name="do" {BUTTON} '
            f'value="{do} {draft.pk} {draft.version}" {named}>{said}</button>'
            for do, said in acts
        )
        edit = self.edit.replace("/0/", f"/{draft.pk}/")
        return (
            f'<p class="draft-acts">{buttons}<a {BUTTON} data-edit href="{edit}" '
            f"{named}>{words.edit}</a></p>"
        )
