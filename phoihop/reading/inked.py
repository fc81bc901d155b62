"""What hangs together on a picture: its spots of ink, each with where it lies."""

import re
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

INK = 255
RUNS = re.compile(rb"\xff+")
# A page of print has some fifty thousand runs; more is noise, or somebody's trick.
MOST_RUNS = 600_000


@dataclass(slots=True)
class Spot:
    """Ink that hangs together: its box, how much it is, and its runs (y, x, end)."""

    left: int
    top: int
    right: int
    bottom: int
    ink: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Of its box."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Of its box."""
        return self.bottom - self.top

    @property
    def box(self) -> tuple[int, int, int, int]:
        """As pictures are cut."""
        return self.left, self.top, self.right, self.bottom

    def holds(self, other: "Spot") -> bool:
        """Whether the other lies within its box."""
        return (
            self.left < other.left
            and other.right < self.right
            and self.top < other.top
            and other.bottom < self.bottom
        )

    def wipe(self, mask: Image.Image) -> None:
        """Take this ink off the picture."""
        brush = ImageDraw.Draw(mask)
        for row, start, end in self.runs:
            brush.line((start, row, end - 1, row), fill=0)


def spots(mask: Image.Image) -> list[Spot]:
    """All spots of a picture of black (nothing) and white (ink), joined at corners."""
    width, height = mask.size
    data = mask.tobytes()
    names: list[int] = []
    told: list[tuple[int, int, int]] = []
    above: list[int] = []
    for row in range(height):
        here = []
        at = 0
        for run in RUNS.finditer(data, row * width, (row + 1) * width):
            start, end = run.start() - row * width, run.end() - row * width
            name = len(names)
            names.append(name)
            told.append((row, start, end))
            # Runs of the row above that touch this one; both rows go left to right.
            while at < len(above) and told[above[at]][2] < start:
                at += 1
            reach = at
            while reach < len(above) and told[above[reach]][1] <= end:
                _join(names, name, above[reach])
                reach += 1
            here.append(name)
        above = here
        if len(names) > MOST_RUNS:
            return []
    return _gathered(names, told)


def _first(names: list[int], name: int) -> int:
    while names[name] != name:
        names[name] = names[names[name]]
        name = names[name]
    return name


def _join(names: list[int], one: int, other: int) -> None:
    one, other = _first(names, one), _first(names, other)
    names[max(one, other)] = min(one, other)


def _gathered(names: list[int], told: list[tuple[int, int, int]]) -> list[Spot]:
    found: dict[int, Spot] = {}
    for name, (row, start, end) in enumerate(told):
        spot = found.setdefault(_first(names, name), Spot(start, row, end, row + 1))
        spot.left, spot.right = min(spot.left, start), max(spot.right, end)
        spot.bottom = row + 1
        spot.ink += end - start
        spot.runs.append((row, start, end))
    return list(found.values())
