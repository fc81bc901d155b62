"""A list of topics, read from a reviewed file. Pure."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from phoihop.organisations.rules.codes import is_topic_code
from phoihop.refusals import Refused

# The list that comes with the product.
SHIPPED = Path(__file__).parent.parent / "topics.toml"
# Field, part of a field, service: deeper trees are not found again by anybody.
DEEPEST = 4


class TopicLine(NamedTuple):
    """One topic; ``parent`` is the code of what it is a part of, or empty."""

    code: str
    name: str
    parent: str


def read(text: str) -> list[TopicLine]:
    """The topics of a file: tables ``[[topic]]`` with code, name and perhaps parent.

    Parents stand before their parts. Raises ``Refused`` for anything else.
    """
    try:
        tables = tomllib.loads(text).get("topic", [])
        lines = [
            TopicLine(str(t["code"]), str(t["name"]).strip(), str(t.get("parent", "")))
            for t in tables
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise Refused("topic.list_unreadable") from error
    _refuse_faulty(lines)
    return lines


def _refuse_faulty(lines: Sequence[TopicLine]) -> None:
    depths: dict[str, int] = {"": 0}
    for line in lines:
        if not is_topic_code(line.code) or not line.name:
            raise Refused("topic.bad_code", field="code", code=line.code)
        if line.code in depths:
            raise Refused("topic.code_taken", field="code", code=line.code)
        if line.parent not in depths:
            raise Refused("topic.parent_unknown", code=line.code, parent=line.parent)
        depths[line.code] = depths[line.parent] + 1
        if depths[line.code] > DEEPEST:
            raise Refused("topic.too_deep", field="parent", most=DEEPEST)
