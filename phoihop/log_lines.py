"""A line of the log, without what would let its reader in or repeat a person. Pure."""

import logging
import re
import traceback
from types import TracebackType

# Their messages name what stands in the code. Every other one may repeat what a
# person typed: a database tells the row that failed, int() the text it was given.
OF_THE_CODE = (AttributeError, ImportError, NameError, NotImplementedError, TypeError)
Raised = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)

# What stands in the address of an invitation is its key.
KEYS = re.compile(r"(/loi-moi/)[^/\s\"'?]+")


class WithoutKeys(logging.Formatter):
    """Formats as it is told, then blanks the keys of links, in traces as well."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        return KEYS.sub(r"\1…", super().format(record))

    def formatException(self, ei: Raised) -> str:
        """Where it was raised and by what, not what it says."""
        told = traceback.TracebackException(*ei, compact=True) if ei[0] else None
        return "\n".join(_told(told, ei[1])) if told else ""


def _told(told: traceback.TracebackException, error: BaseException | None) -> list[str]:
    """The frames of an exception and of those before it, and each one's kind."""
    lines: list[str] = []
    if error is not None and told.__cause__ is not None:
        lines += [*_told(told.__cause__, error.__cause__), "which led to:"]
    elif error is not None and told.__context__ is not None:
        lines += [*_told(told.__context__, error.__context__), "during which came:"]
    lines += [line.rstrip("\n") for line in told.stack.format()]
    return [*lines, _kind(error)]


def _kind(error: BaseException | None) -> str:
    """The class of an exception; of a database's also its code and the constraint."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, OF_THE_CODE):
        return f"{name}: {error}"
    code = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None)
    diagnosis = getattr(error, "diag", None)
    constraint = getattr(diagnosis, "constraint_name", None)
    return " ".join(str(part) for part in (name, code, constraint) if part)
