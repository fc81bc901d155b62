"""What a form may not hold, said at each field while everything typed is still there.

The gate of the rows would refuse as well, one field at a time; here all wrong fields
are told at once, with the words that gave them away. They go to the person who typed
them, in this answer, and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from phoihop.screening import gate
from phoihop.screening.fields import class_of
from phoihop.sentences import sentence
from phoihop.sentences.screening import KINDS

# More of them is no help: the field has to be written anew.
MOST_SHOWN = 5


@dataclass(frozen=True)
class Held:
    """One field that holds what may not come in: the code, and what is said."""

    field: str
    code: str
    said: str


def name_of_field(form: type[forms.BaseForm], name: str) -> str:
    """The name of a field in the list of fields: at the form that declares it."""
    declaring = form
    own = getattr(form, "base_fields", {}).get(name)
    for parent in form.__mro__:
        fields = getattr(parent, "base_fields", {})
        if name in fields and fields[name] is own:
            declaring = parent
    module = declaring.__module__.removeprefix("phoihop.")
    return f"{module}.{declaring.__name__}.{name}"


def held_by(form: forms.BaseForm) -> Iterator[Held]:
    """Each text field of a cleaned form that holds what it may not."""
    for name, field in form.fields.items():
        # A password is hashed, and would be shown here.
        is_secret = isinstance(field.widget, forms.PasswordInput)
        if not isinstance(field, forms.CharField) or is_secret:
            continue
        value = form.cleaned_data.get(name)
        texts = value if isinstance(value, list | tuple) else [value]
        text = "\n".join(one for one in texts if isinstance(one, str))
        found = gate.against(text, class_of(name_of_field(type(form), name)))
        if found:
            refused = gate.refusal(found, field=name)
            seen = dict.fromkeys((text[f.start : f.end], f.kind) for f in found)
            shown = [f"“{words}” ({KINDS[kind]})" for words, kind in seen]
            seen_words = _("Đã thấy: %(found)s.") % {
                "found": "; ".join(shown[:MOST_SHOWN])
            }
            yield Held(name, refused.code, f"{sentence(refused)} {seen_words}")
