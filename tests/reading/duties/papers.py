"""Invented papers of an invented province, and what is found in them."""

from phoihop.reading import duties
from phoihop.reading.findings import Clause, Field, Finding, Task
from phoihop.reading.layout import lay_out

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ AN PHÚC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "An Phúc, ngày 05 tháng 3 năm 2031\n\n"
)
PLAN = HEAD + "KẾ HOẠCH\nMở thư viện lưu động năm 2031\n\n"


def found(text: str) -> list[Finding]:
    """Everything found; each span quotes the words it stands on."""
    findings = duties.find(lay_out(text))
    for each in findings:
        assert each.span is not None
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert 0 < each.confidence <= 1
        if isinstance(each.value, Task):
            assert text[each.span.start : each.span.end] == each.value.text
    return findings


def tasks(text: str) -> list[Task]:
    """The tasks of a text."""
    return [each.value for each in found(text) if isinstance(each.value, Task)]


def rules(text: str) -> list[str]:
    """By which rule each task was found."""
    return [each.because for each in found(text) if each.field is Field.TASK]


def clauses(text: str) -> list[Clause]:
    """The clauses of a text."""
    return [each.value for each in found(text) if isinstance(each.value, Clause)]


def lead(task: Task) -> str | None:
    """Who leads a task, as one string."""
    return task.lead.text if task.lead else None


def helpers(task: Task) -> list[str]:
    """Who supports a task."""
    return [name.text for name in task.supporting]
