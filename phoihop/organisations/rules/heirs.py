"""Who came after whom, followed to the end. Pure."""

from collections.abc import Iterable, Mapping, Sequence

After = Mapping[int, Sequence[int]]


def comes_back(predecessor: int, successors: Iterable[int], after: After) -> bool:
    """Whether following the heirs of ``successors`` leads to the predecessor again."""
    waiting, seen = list(successors), set()
    while waiting:
        body = waiting.pop()
        if body == predecessor:
            return True
        if body not in seen:
            seen.add(body)
            waiting += after.get(body, ())
    return False


def last_heirs(body: int, after: After) -> list[int]:
    """Those who stand at the ends of the lines from this body, each once."""
    found: list[int] = []
    waiting, seen = list(after.get(body, ())), {body}
    while waiting:
        heir = waiting.pop(0)
        if heir in seen:
            continue
        seen.add(heir)
        if after.get(heir):
            waiting += after[heir]
        else:
            found.append(heir)
    return found
