"""What a person sees of a page: its words, line by line, as a snapshot keeps them.

Addresses, tokens and keys are not words, so a snapshot changes only when a reader
would see another page. ``# `` stands before a heading, ``[ ]`` around a link, ``( )``
around a button, ``_ _`` around what stands in a field, ``|`` between the cells of a
row.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

BREAKS = {
    *("address", "aside", "blockquote", "body", "br", "caption", "dd", "details"),
    *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
    *("form", "h1", "h2", "h3", "header", "html", "label", "legend", "li", "main"),
    *("nav", "ol", "option", "p", "section", "select", "summary", "table", "tbody"),
    *("textarea", "thead", "tr", "ul"),
}
UNSEEN = {"script", "style", "title", "head"}
EMPTY = {"br", "hr", "img", "input", "link", "meta"}
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### "}
AROUND = {"a": "[]", "button": "()", "textarea": "__"}
TICKED = {"checkbox": "[x]", "radio": "(x)"}
OPEN = {"checkbox": "[ ]", "radio": "( )"}


class _Page(HTMLParser):
    """Collects the visible words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.lines: list[str] = [""]

    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        told = dict(attrs)
        if tag in BREAKS:
            self.lines.append(HEADINGS.get(tag, ""))
        if tag == "input":
            self._input(told)
        if tag in EMPTY:
            return
        self.open.append((tag, _is_unseen(tag, told)))
        if tag in ("td", "th"):
            self._say(" | ")
        if tag == "option" and "selected" in told:
            self._say("* ")
        if tag in AROUND:
            self._say(AROUND[tag][0])

    def handle_endtag(self, tag: str) -> None:
        if tag in AROUND:
            self._say(AROUND[tag][1])
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in BREAKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self._say(re.sub(r"\s+", " ", data))

    def _input(self, told: dict[str, str | None]) -> None:
        kind = told.get("type") or "text"
        if kind in TICKED:
            self._say((TICKED if "checked" in told else OPEN)[kind] + " ")
        elif kind != "hidden":
            self._say(f"_{told.get('value') or ''}_")

    def _say(self, words: str) -> None:
        if not any(unseen for _tag, unseen in self.open):
            self.lines[-1] += words


def _is_unseen(tag: str, told: dict[str, str | None]) -> bool:
    """Whether nobody reads what stands in it on a screen."""
    hidden = "hidden" in told or told.get("aria-hidden") == "true"
    return hidden or tag in UNSEEN or told.get("class") == "printed-head"


def words(response: Any) -> str:
    """The visible words of a whole page."""
    return _words_of(response.content.decode())


def sheet(response: Any) -> str:
    """The words of the sheet of paper alone, without the frame around it."""
    inside = re.search(r"<main\b.*?</main>", response.content.decode(), re.DOTALL)
    assert inside is not None, f"no sheet in an answer of {response.status_code}"
    return _words_of(inside.group())


def _words_of(html: str) -> str:
    page = _Page()
    page.feed(html)
    lines = (" ".join(line.split()).strip("| ") for line in page.lines)
    return "\n".join(line for line in lines if line.strip("# "))
