"""Which bodies the names in a task sheet mean, where the directory cannot tell."""

import hashlib
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.models import ListState, Organisation
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.keyed import VersionedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.programmes.actions import task_sheets as actions
from phoihop.programmes.models import TaskSheet


class BodiesForm(VersionedForm):
    """A body for each name; a name left alone stays a fault of its lines."""

    def name(self, asked: dict[str, list[int]], parties: list[int]) -> None:
        """A field for each of these words, with the bodies that may be meant."""
        self.words = {_field(words): words for words in asked}
        living = Organisation.objects.living(clock.today())
        for name, words in self.words.items():
            self.fields[name] = BodyField(label=f"“{words}”", required=False)
            meant = living.filter(pk__in=[*asked[words], *parties])
            offer(self, name, meant, clock.today())

    def clean(self) -> dict[str, Any]:
        """At least one."""
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in self.words):
            raise forms.ValidationError(
                gettext_lazy("Chọn đơn vị cho ít nhất một tên.")
            )
        return cleaned

    def chosen(self) -> dict[str, int]:
        """The words with the body of each, of a valid form."""
        return {
            words: self.cleaned_data[name].pk
            for name, words in self.words.items()
            if self.cleaned_data[name]
        }


def _field(words: str) -> str:
    """A name for the field of these words, the same on every page."""
    return "body_" + hashlib.sha256(words.encode()).hexdigest()[:12]


@scoped_page
def sheet_bodies(request: Request, pk: int) -> HttpResponse:
    """Choose the bodies that a sheet names in words no directory has."""
    rows = TaskSheet.objects.select_related("scope", "plan__programme", "plan__scope")
    sheet = get_object_or_404(
        rows.filter(plan__withdrawn_on=None, state=ListState.PREVIEW), pk=pk
    )
    asked: dict[str, list[int]] = {}
    for line in sheet.lines.order_by("number"):
        for _fault, _column, words, bodies in line.candidates:
            asked.setdefault(words, bodies)
    # A single body that may be meant is proposed; of several a person chooses.
    alone = {_field(words): body[0] for words, body in asked.items() if len(body) == 1}
    form = BodiesForm(request, initial={"seen": sheet.version, **alone})
    parties = list(sheet.plan.parties.values_list("organisation_id", flat=True))
    form.name(asked, parties)
    if form.is_valid():

        def act() -> TaskSheet:
            return actions.match(
                sheet=sheet,
                seen=form.seen_version,
                bodies=form.chosen(),
                by=request.actor,
                on=clock.today(),
            )

        form.once(act)
        return redirect("task_sheet", pk=pk)
    context = {"form": form, "sheet": sheet, "asked": asked}
    return render(request, "programmes/task_sheet_bodies.html", context)
