"""What in a text leads to a person: numbers, addresses, names, profiles."""

from phoihop.screening import links, lives, names, numbers, plain
from phoihop.screening.findings import Finding, apart

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
