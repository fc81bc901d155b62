"""Forms that are done once however often they are sent, and lose nothing.

``KeyedForm`` carries a key; ``once`` runs the action for it and replays the first
success to every later post. ``VersionedForm`` carries the version that the person saw
and, when somebody was faster, both texts for the merge.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.accounts.models import User
from phoihop.pages.held import held_by
from phoihop.pages.scoped import Request
from phoihop.pages.uploads import refused_upload
from phoihop.posts import actions as posts
from phoihop.posts.actions import Done
from phoihop.refusals import Refused, Stale
from phoihop.sentences import sentence

# The form tag writes it into every form that posts.
KEY = "idempotency_key"
NOT_CONTENT = ("csrfmiddlewaretoken", KEY)


class DayField(forms.DateField):
    """A day as it is written here: 30/06/2026.

    Typed, not picked: a browser's own date field follows the language of the
    machine, and 06/07 would be read as June by half of them.
    """

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric"})
        kwargs.setdefault("help_text", _("Ví dụ 30/06/2026."))
        super().__init__(
            widget=widget,
            input_formats=["%d/%m/%Y", "%Y-%m-%d"],
            error_messages={"invalid": _("Nhập ngày có thật, ví dụ 30/06/2026.")},
            **kwargs,
        )


class KeyedForm(forms.Form):
    """A form with a key against double posts, bound when the request posts it."""

    def __init__(self, request: Request, **kwargs: Any) -> None:
        self.request = request
        self.refused: Refused | None = request.refused
        data: QueryDict | None = request.POST if request.method == "POST" else None
        files = request.FILES if request.method == "POST" else None
        if data is not None and self.refused is None:
            self.refused = refused_upload(request)
        self.key = _key(data.get(KEY)) if data is not None else None
        if data is not None and self.key is None and self.refused is None:
            self.refused = Refused("form.no_key")
        if data is not None and self.refused is not None:
            data = self.renewed(data.copy())
        super().__init__(data, files, **kwargs)

    def is_valid(self) -> bool:
        """Whether it may be done; a posted form that may not tells its page so."""
        fit = super().is_valid()
        self.request.unfit = self.is_bound and not fit
        return fit

    def renewed(self, data: QueryDict) -> QueryDict:
        """What is shown again after a refusal: everything that was typed."""
        return data

    def clean(self) -> dict[str, Any]:
        """Put the sentence of a refusal at its field, or above the form."""
        cleaned = super().clean() or {}
        if self.refused is not None:
            field = self.refused.field if self.refused.field in self.fields else None
            # With an error the form is not valid: rendering it does nothing again.
            self.add_error(field, sentence(self.refused))
        for held in list(held_by(self)):
            self.request.held = held.code
            if self.refused is None or held.field != self.refused.field:
                self.add_error(held.field, held.said)
        return cleaned

    def once(self, act: Callable[[], Done]) -> str:
        """Run the action for this key, or give the answer of its first success."""
        if self.key is None:
            raise Refused("form.no_key")
        return posts.once(
            by=self.request.user.pk,
            route=self.request.path,
            key=self.key,
            fingerprint=self.fingerprint(),
            act=act,
        )

    def fingerprint(self) -> str:
        """A keyed hash of what was posted; tells the same content from another."""
        content = sorted(
            (name, texts)
            for name, texts in self.request.POST.lists()
            # Not of a password either: a hash this quick would let it be guessed.
            if name not in NOT_CONTENT and not name.startswith("password")
        )
        held = sorted(
            (name, upload.name, _sum_of(upload))
            for name, uploads in self.request.FILES.lists()
            for upload in uploads
        )
        text = repr((content, held)).encode()
        return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()

    def values(self) -> dict[str, Any]:
        """What was entered, for the action: without the form's own fields."""
        return {k: v for k, v in self.cleaned_data.items() if k != "seen"}


def _sum_of(upload: "UploadedFile[bytes]") -> str:
    """The sum of a file's bytes, which themselves are not to be copied about."""
    upload.seek(0)
    summed = hashlib.sha256(upload.read()).hexdigest()
    upload.seek(0)
    return summed


def _key(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


@dataclass(frozen=True)
class Difference:
    """One field of a merge: what the person typed and what is stored now.

    ``theirs_value`` is the stored text as the field posts it: a choice's key.
    """

    label: str
    target: str
    yours: str
    theirs: str
    theirs_value: str


class VersionedForm(KeyedForm):
    """A form that edits a row: it names the version that the person saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def renewed(self, data: QueryDict) -> QueryDict:
        """After a merge the person has seen the stored text: take its version."""
        if isinstance(self.refused, Stale):
            data["seen"] = str(self.refused.version)
        return super().renewed(data)

    @property
    def seen_version(self) -> int:
        """The version on the person's screen, of a valid form."""
        return int(self.cleaned_data["seen"])

    def who(self) -> str:
        """The name of the person who was faster, while merging."""
        by_id = self.refused.by_id if isinstance(self.refused, Stale) else None
        person = User.objects.filter(pk=by_id).first() if by_id else None
        return person.name if person else ""

    def differences(self) -> list[Difference]:
        """Where the stored row and what was typed differ, while merging."""
        if not isinstance(self.refused, Stale):
            return []
        stored = self.stored(self.refused.current)
        pairs = [
            (name, self._shown(name, self.data.get(name)), self._shown(name, value))
            for name, value in stored.items()
            if name in self.fields and self._was_posted(name)
        ]
        return [
            Difference(
                label=str(self.fields[name].label or name),
                target=str(self[name].id_for_label),
                yours=yours,
                theirs=theirs,
                theirs_value=self._posted(name, stored[name]),
            )
            for name, yours, theirs in pairs
            if yours != theirs
        ]

    def _was_posted(self, name: str) -> bool:
        """Whether the person had the field before them; a box unticked is not sent."""
        unticked = isinstance(self.fields[name], forms.BooleanField)
        return name in self.data or unticked

    def stored(self, facts: dict[str, Any]) -> dict[str, Any]:
        """What is stored now, as the form shows it, where that is not the same."""
        return facts

    def _posted(self, name: str, value: object) -> str:
        """A value as its field would post it."""
        if isinstance(self.fields[name], forms.ChoiceField):
            return str(value or "")
        return self._shown(name, value)

    def _shown(self, name: str, value: object) -> str:
        """A value as the person knows it: a choice's label, a day, else the text."""
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
            row = field.queryset.filter(pk=value or 0).first()
            return field.label_from_instance(row) if row else ""
        if isinstance(field, forms.ChoiceField):
            known = dict(field.choices)  # type: ignore[arg-type]  # no groups in ours
            return str(known.get(value or "", ""))
        if isinstance(field, forms.BooleanField):
            return gettext("có") if value else gettext("không")
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        return "" if value is None else str(value).strip()
