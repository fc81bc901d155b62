"""``python -m tests.patterns.found``: every pattern of the house, as JSON lines.

Whoever compiles one is watched, in a fresh process: while all modules are imported, and
while a paper of each kind is read. So nothing depends on where a pattern is kept.
"""

import json
import pkgutil
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent.parent / "phoihop"


@dataclass(frozen=True)
class Found:
    """One pattern: where it is compiled, what it says, with which flags."""

    where: str
    said: str
    is_bytes: bool
    flags: int

    def compiled(self) -> "re.Pattern[Any]":
        """The pattern itself."""
        said = self.said.encode("latin-1") if self.is_bytes else self.said
        return re.compile(said, self.flags)


@cache
def patterns() -> tuple[Found, ...]:
    """Every pattern of the house, each once."""
    words = [sys.executable, "-m", "tests.patterns.found"]
    done = subprocess.run(
        words, capture_output=True, text=True, check=True, cwd=HOUSE.parent
    )
    found = {Found(**json.loads(line)) for line in done.stdout.splitlines()}
    # One that is compiled in two places is one.
    each = {(one.said, one.is_bytes, one.flags): one for one in found}
    return tuple(sorted(each.values(), key=lambda one: (one.where, one.said)))


def watched() -> set[Found]:
    """Put a watch before the compiler of patterns; what it will have seen."""
    seen: set[Found] = set()
    compile_one = re._compile  # type: ignore[attr-defined] # what all ways lead to

    def watch(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        made = compile_one(pattern, flags)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(HOUSE):
            is_bytes = isinstance(made.pattern, bytes)
            said = made.pattern.decode("latin-1") if is_bytes else made.pattern
            # What the pattern says of its flags itself is not said twice.
            told = int(flags) if not isinstance(pattern, re.Pattern) else made.flags
            where = str(path.relative_to(HOUSE.parent))
            seen.add(Found(where, said, is_bytes, told))
        return made

    re._compile = watch  # type: ignore[attr-defined] # as above
    return seen


def main() -> None:
    """Import everything, read a paper of each kind, and tell."""
    seen = watched()
    import_module("django").setup()
    for module in pkgutil.walk_packages([str(HOUSE)], "phoihop."):
        if not module.name.endswith(("__main__", "wsgi")):
            import_module(module.name)
    targets = import_module("tests.fuzz.targets").TARGETS
    for target in targets.values():
        for data in target.seeds():
            target.run(data)
    for one in seen:
        print(json.dumps(one.__dict__))


if __name__ == "__main__":
    main()
