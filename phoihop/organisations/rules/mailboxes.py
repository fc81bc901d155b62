"""Whether a mailbox is a role's or a person's. Pure."""

import re

from phoihop.vietnamese import fold


def is_personal(address: str, name: str) -> bool:
    """Whether the mailbox is named after this person.

    Families stand first and given names last: Nguyễn Thị Lan is lan.nguyen,
    nguyenthilan, lannt, nt.lan. A given name alone may be a word of the office
    ("van.thu"), so it is not enough.
    """
    local = re.sub(r"[^a-z]", "", fold(address.partition("@")[0]))
    parts = fold(name).split()
    if len(parts) < 2:
        return False
    given, family = parts[-1], parts[0]
    before = "".join(parts[:-1])
    initials = "".join(part[0] for part in parts[:-1])
    return local in {
        before + given, given + before,
        family + given, given + family,
        initials + given, given + initials,
    }  # fmt: skip
