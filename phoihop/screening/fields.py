"""The one list of all text fields, of rows and of forms, and of their classes.

A field that is not on it fails the build (tests/privacy), and until somebody has
chosen its class it is held like free text, the strictest.
"""

from phoihop.screening.classes import TextClass
from phoihop.screening.foreign_fields import FOREIGN_MACHINE
from phoihop.screening.form_fields import FORM_MACHINE, FORM_PROSE
from phoihop.screening.row_fields import ROW_MACHINE, ROW_PROSE

# Why no person's words get into these.
BECAUSE: dict[str, str] = {**ROW_MACHINE, **FORM_MACHINE, **FOREIGN_MACHINE}

FIELDS: dict[str, TextClass] = {
    **ROW_PROSE,
    **FORM_PROSE,
    **dict.fromkeys(BECAUSE, TextClass.MACHINE),
}


def class_of(name: str) -> TextClass:
    """How strictly the field of this name is screened."""
    return FIELDS.get(name, TextClass.FREE)
