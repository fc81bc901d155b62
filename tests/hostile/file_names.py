"""Names of files that a careless program would take for a command or an option."""

from collections.abc import Iterator
from itertools import product

COMMANDS = (
    "; rm -rf /tmp/phoihop-evil",
    "| touch /tmp/phoihop-evil",
    "&& touch /tmp/phoihop-evil",
    "$(touch /tmp/phoihop-evil)",
    "`touch /tmp/phoihop-evil`",
    "\n touch /tmp/phoihop-evil \n",
    "${IFS}touch${IFS}/tmp/phoihop-evil",
    "%0atouch%20/tmp/phoihop-evil",
    "> /tmp/phoihop-evil",
    "< /etc/passwd",
    "\r\ntouch /tmp/phoihop-evil",
    "\0touch /tmp/phoihop-evil",
)
OPTIONS = (
    "--help", "-rf", "--version", "-c tessedit_write_images=1", "--psm 0",
    "--user-words=/etc/passwd", "-l ../../evil", "--convert-to", "-env:x=y",
    "@/etc/passwd", "-", "--", "-o/tmp/phoihop-evil",
)  # fmt: skip
QUOTES = ("", "'", '"', "\\", "“", "'; '", '" "')
PLACES = ("../../etc/passwd", "/dev/stdin", "C:\\con", "\\\\may\\tep", "/proc/self/mem")
SIGNS = (
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u200b",
    "\u202efdp.",
    "ｒｍ",
    "🎈",
    "{{7*7}}",
    "%s%n",
)
WORDS = ("kế hoạch", "a", "Quy chế 2026")


def names() -> Iterator[str]:
    """Three hundred and more, without their endings; no two alike."""
    seen = set()
    turns = [
        *(
            f"{word}{quote}{bad}"
            for bad, quote, word in product(COMMANDS, QUOTES, WORDS)
        ),
        *(
            f"{bad}{quote}{word}"
            for bad, quote, word in product(OPTIONS, QUOTES[:3], WORDS)
        ),
        *(f"{bad}{word}" for bad, word in product(PLACES, WORDS)),
        *(f"{word}{sign}{word}" for sign, word in product(SIGNS, WORDS)),
    ]
    for name in turns:
        if name not in seen:
            seen.add(name)
            yield name
