"""Numbers and symbols of papers, of the state, of the Party, and joint ones.

State: ``84/KH-UBND``, ``12/2026/TT-BXX``; Party: ``402-CV/VPDU``; joint:
``84-KH/HDND-BTGTU``, ``01/QCPH/UBND-UBMTTQ``. Signs may be misprinted: blanks inside,
a lost hyphen. Patterns are for the clear text, whose capitals tell symbols.
"""

from phoihop.reading.letters import LOWER, UPPER

_ANY = f"{UPPER}{LOWER}0-9&"
# One group of a symbol: KH, TTr, QyĐ, UBTVQH15, VH&TT.
_GROUP = f"[{UPPER}][{_ANY}]{{0,24}}"
# Behind a blank only capitals are a group: "- Ban Thường trực" begins a name.
_GROUP_APART = f"(?:[{UPPER}]{{2,14}}\\d{{0,2}}|TTg|TTr|CTr|Ctr|QyĐ|QĐi)(?![{_ANY}])"
SYMBOL = (
    f"{_GROUP}(?:[-–/.]{_GROUP}|\\s?[-–/]\\s?{_GROUP_APART}"
    f"|[-–]\\s(?=[{UPPER}]{{2}}){_GROUP_APART}){{0,5}}"
)
_YEAR = r"(?:19|20)\d\d"
# 84/KH-UBND, 46 - CT/TW, 12/2026/TT-BXX, 2221 /UBND-TH
NUMBER = (
    rf"\d{{1,6}}[a-zA-Z]?(?:\s?/\s?{_YEAR})?\s{{0,2}}[/–-]\s{{0,2}}{SYMBOL}"
    rf"|\d{{1,5}}/{_YEAR}/{_GROUP}"
)
# The same where it cannot begin inside another number or a word; the look back stands
# behind the first digit: see ``seeking.at_word``.
FREE_NUMBER = (
    rf"\d(?<![\w/.,-]\d)(?:\d{{0,5}}[a-zA-Z]?(?:\s?/\s?{_YEAR})?"
    rf"\s{{0,2}}[/–-]\s{{0,2}}{SYMBOL}|\d{{0,4}}/{_YEAR}/{_GROUP})"
)
# A number whose digits were scanned as letters; it is kept as printed.
MISREAD = rf"[\dOoIl|]{{1,5}}\s{{0,2}}[/–-]\s{{0,2}}{SYMBOL}"
# What stands where no number was given yet.
BLANK = r"[\s.…,:xX]{0,40}"
UNNUMBERED = rf"{BLANK}[/–-]\s{{0,2}}(?:{_YEAR}\s?/\s?)?(?P<symbol>{SYMBOL})"


def tidy(printed: str) -> str:
    """A number without blanks; nothing else of it is repaired."""
    return "".join(printed.split()).replace("–", "-")
