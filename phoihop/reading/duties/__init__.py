"""Clauses and tasks of a paper: who is to do what until when."""

from phoihop.reading.blocks import blocks_of
from phoihop.reading.clauses import Item, clauses, outline
from phoihop.reading.duties.drafts import Draft
from phoihop.reading.duties.flattened import flattened
from phoihop.reading.duties.labels import labelled
from phoihop.reading.duties.news import reported
from phoihop.reading.duties.papers import paper_of
from phoihop.reading.duties.tables import tabled
from phoihop.reading.duties.walk import Walk
from phoihop.reading.findings import Due, Finding
from phoihop.reading.layout import Layout


def find(paper: Layout) -> list[Finding]:
    """Every clause and every task, in the order of the text.

    The text is read as it is: nothing is raised, whatever it holds.
    """
    blocks = blocks_of(paper)
    items = outline(blocks)
    kind = paper_of(blocks)
    labels = labelled(items, year=kind.since)
    rows, in_tables = tabled(paper.text, items, year=kind.since)
    more_rows, in_lines = flattened(paper.text, items, year=kind.since)
    rows, in_tables = rows + more_rows, in_tables | in_lines
    walk = Walk(items, kind)
    walk.read(labels.taken | in_tables)
    drafts: list[tuple[int, Draft, Due | None]] = [
        (place, draft, over.due) for place, draft, over in walk.drafts
    ]
    drafts += [
        (place, draft, None)
        for place, draft in labels.drafts + rows
        if not walk.above(place).never
    ]
    if not kind.official:
        told = reported(items, labels.taken | in_tables, since=kind.since)
        drafts += [(place, draft, None) for place, draft in told]
    found = clauses(items)
    for place, draft, over in drafts:
        due = over or _beside(items, place, labels.beside)
        found.append(draft.finding(paper.text, year=kind.since, due=due))
    return sorted(found, key=lambda each: each.span.start if each.span else 0)


def _beside(items: tuple[Item, ...], place: int, times: dict[int, Due]) -> Due | None:
    """The time that a label beside or beneath a duty gives."""
    over = items[place].parent
    return times.get(place) or (times.get(over) if over is not None else None)
