"""Tables that become rows on a phone, with the same words in the same order.

A table names its columns once; each cell takes its label from there. Nodes of our
own, and no sub-template, because a list has hundreds of cells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Where the open table stands in the context of its rows.
TABLE = "open table"


@dataclass
class _Table:
    """The table being written: its heads, and how each column's cell begins."""

    heads: list[str] = field(default_factory=list)
    cells: list[tuple[str, str]] = field(default_factory=list)
    next: int = 0


@dataclass(frozen=True)
class Written:
    """What stands after the name of a tag: one value, and some named ones."""

    value: FilterExpression | None
    named: dict[str, FilterExpression]

    @classmethod
    def read(cls, parser: Parser, token: Token) -> Written:
        """Read a tag's text."""
        bits = token.split_contents()
        name = bits.pop(0)
        value = None
        if bits and not token_kwargs(bits[:1], parser):
            value = parser.compile_filter(bits.pop(0))
        named = token_kwargs(bits, parser)
        if bits:
            raise template.TemplateSyntaxError(f"{name!r} does not take {bits[0]!r}.")
        return cls(value, named)

    def label(self, context: Context) -> str:
        """The value, escaped."""
        return conditional_escape(self.value.resolve(context)) if self.value else ""

    def text(self, context: Context, name: str) -> str:
        """A named value, escaped; empty where it is not given."""
        found = self.named.get(name)
        return "" if found is None else conditional_escape(found.resolve(context) or "")


class _Node(template.Node):
    """A node with what its tag says and, where it has one, its inside."""

    child_nodelists = ("inside",)

    def __init__(self, written: Written, inside: NodeList | None = None) -> None:
        """Keep what the tag says."""
        self.written = written
        self.inside = NodeList() if inside is None else inside


class TableNode(_Node):
    """``{% table caption %}``: columns first, then rows."""

    def render(self, context: Context) -> SafeString:
        """The table, its head made of the columns that were met inside."""
        table = _Table()
        with context.push(**{TABLE: table}):
            rows = self.inside.render(context)
        return format_html(
            '<div class="table-frame"><table class="table table-rows">'
            '<caption class="visually-hidden">{}</caption>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
            self.written.label(context),
            mark_safe("".join(table.heads)),  # noqa: S308 - built escaped below
            rows,
        )


class ColumnNode(_Node):
    """``{% column label kind= sort= sorted= %}``: one head, and its cells' label."""

    def render(self, context: Context) -> SafeString:
        """Nothing in its place: the table prints the head, the cells the label."""
        written, table = self.written, context[TABLE]
        label = written.label(context)
        kind = written.text(context, "kind") or "text"
        sort, direction = (written.text(context, n) for n in ("sort", "sorted"))
        shown = f'<a href="{sort}">{label}</a>' if sort else label
        if kind == "action":
            shown = f'<span class="visually-hidden">{label}</span>'
        order = f' aria-sort="{direction}"' if direction else ""
        table.heads.append(f'<th scope="col" class="cell-{kind}"{order}>{shown}</th>')
        tag, scope = ("th", ' scope="row"') if kind == "title" else ("td", "")
        # A literal in a template counts as safe HTML, quotes and all.
        quoted = label.replace('"', "&quot;")
        begin = f'<{tag} class="cell-{kind}" data-label="{quoted}"{scope}>'
        table.cells.append((begin, f"</{tag}>"))
        return mark_safe("")


class RowNode(_Node):
    """``{% row %}``: cells in the order of the columns."""

    def render(self, context: Context) -> SafeString:
        """The row."""
        context[TABLE].next = 0
        anchor = self.written.text(context, "id")
        start = f'<tr id="{anchor}">' if anchor else "<tr>"
        return mark_safe(  # noqa: S308 - the inside escaped itself
            f"{start}{self.inside.render(context)}</tr>"
        )


class GroupNode(_Node):
    """``{% group %}`` ... ``{% endgroup %}``: a heading over the rows that follow."""

    def render(self, context: Context) -> SafeString:
        """One cell across the whole table."""
        table = context[TABLE]
        anchor = self.written.text(context, "id")
        start = f'<tr id="{anchor}"' if anchor else "<tr"
        inside = self.inside.render(context)
        return mark_safe(  # noqa: S308 - the inside escaped itself
            f'{start} class="table-group"><th scope="colgroup" '
            f'colspan="{len(table.heads)}">{inside}</th></tr>'
        )


class CellNode(_Node):
    """``{% cell value %}``, or ``{% cell %}`` ... ``{% endcell %}`` for markup."""

    def render(self, context: Context) -> SafeString:
        """The cell, with its column's label for the phone."""
        table = context[TABLE]
        begin, end = table.cells[table.next]
        table.next += 1
        if self.written.value is None:
            inside: str = self.inside.render(context)
        else:
            value = self.written.value.resolve(context)
            # Missing is not zero, and never the word "None".
            inside = "-" if value is None or value == "" else conditional_escape(value)
        return mark_safe(f"{begin}{inside}{end}")  # noqa: S308 - escaped above


def _block(node: type[_Node], end: str) -> Callable[[Parser, Token], _Node]:
    """A compile function for a tag that has an inside."""

    def compile_block(parser: Parser, token: Token) -> _Node:
        """Read the tag and all up to its end."""
        written = Written.read(parser, token)
        inside = parser.parse((end,))
        parser.delete_first_token()
        return node(written, inside)

    return compile_block


register.tag("table", _block(TableNode, "endtable"))
register.tag("row", _block(RowNode, "endrow"))
register.tag("group", _block(GroupNode, "endgroup"))


@register.tag("column")
def column(parser: Parser, token: Token) -> ColumnNode:
    """``{% column _("Hạn") kind="date" %}``."""
    return ColumnNode(Written.read(parser, token))


@register.tag("cell")
def cell(parser: Parser, token: Token) -> CellNode:
    """``{% cell task.lead %}`` stands alone; ``{% cell %}`` needs its end."""
    written = Written.read(parser, token)
    if written.value is not None:
        return CellNode(written)
    inside = parser.parse(("endcell",))
    parser.delete_first_token()
    return CellNode(written, inside)
