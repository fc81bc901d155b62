"""A raw text made readable for the finders, and their findings put back into it.

Letters first, then blanks in words, then days: each step knows the way back. Spans of
findings are of the raw text; their words are those of the mended one, in which only
letters and blanks were put right. Digits put for the words of a day serve the finders
alone: what a finding quotes keeps the words.
"""

from dataclasses import dataclass, replace

from phoihop.reading.edits import Mended, mended
from phoihop.reading.findings import Due, Finding, Name, Reference, Span, Task
from phoihop.reading.spacing import spaced
from phoihop.reading.spelling import spelled
from phoihop.reading.spoken import said_days


@dataclass(frozen=True, slots=True)
class Readable:
    """``text`` is for the finders, ``words`` for what they quote."""

    text: str
    words: str
    steps: tuple[Mended, ...]
    days: Mended | None

    def put_back(self, found: Finding) -> Finding:
        """The same finding, in places of the raw text."""
        if not self.steps and self.days is None:
            return found
        value = found.value
        if isinstance(value, Task):
            value = self._task(value, found.span)
        elif isinstance(value, Reference) and self.days is not None and found.span:
            value = replace(value, text=" ".join(self._quoted(found.span).split()))
        return replace(found, value=value, span=self._raw(found.span))

    def _task(self, task: Task, span: Span | None) -> Task:
        if self.days is not None and span is not None:
            task = replace(task, text=self._quoted(span))
        return replace(
            task,
            lead=self._name(task.lead) if task.lead else None,
            leads=tuple(self._name(name) for name in task.leads),
            supporting=tuple(self._name(name) for name in task.supporting),
            due=self._due(task.due),
            work=self._raw(task.work),
        )

    def _name(self, name: Name) -> Name:
        return replace(name, span=self._raw(name.span))

    def _due(self, due: Due) -> Due:
        return replace(due, span=self._raw(due.span))

    def _quoted(self, span: Span) -> str:
        """The words of the paper where digits may stand for them."""
        of_words = self.days.span(span) if self.days else span
        return self.words[of_words.start : of_words.end]

    def _raw(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        if self.days is not None:
            span = self.days.span(span)
        for step in reversed(self.steps):
            span = step.span(span)
        return span


def readable(raw: str) -> Readable:
    """The text as finders read it."""
    steps = spelled(raw)
    words = steps[-1].text if steps else raw
    edits = spaced(words)
    if edits:
        steps.append(mended(words, edits))
        words = steps[-1].text
    digits = said_days(words)
    days = mended(words, digits) if digits else None
    text = days.text if days else words
    return Readable(text, words, tuple(steps), days)
