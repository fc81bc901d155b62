"""What in a text leads to a person: numbers, addresses, names, profiles."""

import re

from phoihop.screening import links, lives, names, numbers, plain
from phoihop.screening.findings import Finding, apart

# Said before a name, and of nobody without it.
HONORIFIC = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà)[:\s]*$", re.IGNORECASE)
# The stable words; their labels in both languages stand in ``phoihop.sentences``.
KINDS = (
    "phone",
    "citizen_id",
    "old_id",
    "passport",
    "driving_licence",
    "insurance",
    "tax_code",
    "bank_account",
    "plate",
    "email",
    "handle",
    "profile",
    "birth_date",
    "address",
    "name",
)


def find(text: str) -> list[Finding]:
    """Everything in ``text`` that leads to a person, in its order.

    Pure and in time linear in the length of the text. Nothing is claimed to be
    complete: tests/privacy lists what is known to slip through.
    """
    read = plain.read(text)
    found = [*links.mails(read), *links.profiles(read), *links.handles(read)]
    found += numbers.find(read)
    found += lives.births(read)
    found += lives.homes(read)
    found += names.find(read)
    return apart(found)


def without_names(text: str) -> str:
    """The text without the names in it, and the titles that only lead to one.

    "Kết luận của đồng chí Đỗ Văn An, Chủ tịch" leaves "Kết luận của Chủ tịch".
    """
    left = text
    for one in reversed(find(text)):
        if one.kind == "name":
            before = HONORIFIC.sub("", left[: one.start])
            left = before + left[one.end :].lstrip(" ,")
    return " ".join(left.split())
