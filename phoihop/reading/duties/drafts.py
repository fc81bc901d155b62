"""A duty while it is being found, and the finding it becomes."""

from dataclasses import dataclass

from phoihop.reading.deadlines import Since, due_in
from phoihop.reading.duties.doers import supporting
from phoihop.reading.findings import Due, DueKind, Field, Finding, Name, Span, Task
from phoihop.reading.plain import Plain

# How sure each rule is. Labels and tables say what they mean; a carried subject is
# a guess at the writer's mind.
SURE = {
    "labelled_block": 0.95,
    "table_row": 0.95,
    "lead_verb": 0.9,
    "doer_colon": 0.9,
    "request": 0.85,
    "assigned_item": 0.85,
    "doer_verb": 0.75,
    "governed_item": 0.75,
    "carried_subject": 0.65,
    "planned_item": 0.6,
    "ordered_item": 0.6,
    "news_commitment": 0.55,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """``plain.text[start:end]`` is a duty, by this rule."""

    plain: Plain
    start: int
    end: int
    because: str
    lead: Name | None = None
    leads: tuple[Name, ...] = ()
    supporting: tuple[Name, ...] = ()
    due: Due | None = None
    path: tuple[str, ...] = ()
    # A sentence behind it that only says until when.
    tail: Span | None = None
    # The cell that says the duty, in the row of a table.
    work: Span | None = None
    # Cells or labels have said all: its words are not searched for more.
    settled: bool = False

    def finding(self, text: str, *, year: Since, due: Due | None) -> Finding:
        """The task; ``due`` is what a heading says for tasks that say nothing."""
        span = self.plain.span(self.start, self.end)
        if self.tail:
            span = Span(span.start, self.tail.end)
        own = self.due
        if own is None and not self.settled:
            own = due_in(self.plain, self.start, self.end, year=year)
        if (own is None or own.kind is DueKind.NONE) and due is not None:
            own = due
        helpers = self.supporting
        if not self.settled:
            known = {name.text.lower() for name in helpers}
            helpers += tuple(
                name
                for name in supporting(self.plain, self.start, self.end)
                if name.text.lower() not in known
            )
        leads = self.leads or ((self.lead,) if self.lead else ())
        task = Task(
            text[span.start : span.end],
            self.lead,
            leads,
            helpers,
            own or Due(),
            self.path,
            self.work,
        )
        return Finding(Field.TASK, task, span, SURE[self.because], self.because)
