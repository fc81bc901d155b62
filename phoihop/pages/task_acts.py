"""Pages that are one form about a task: filled in, done once, and back to the task."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.pages.keyed import KeyedForm, VersionedForm
from phoihop.pages.scoped import Request
from phoihop.posts.actions import Done
from phoihop.programmes.models import Task


class StepForm(VersionedForm):
    """Nothing to fill in: what was seen is what is done."""


class ReasonForm(VersionedForm):
    """Why."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Nhập lý do; lý do được ghi lại.")},
    )


def task_or_404(pk: int) -> Any:
    """A task of the open circles with its plan and the name of its lead."""
    rows = Task.objects.named(clock.today())
    return get_object_or_404(rows.select_related("scope", "plan__scope"), pk=pk)


def task_act_page(
    request: Request,
    task: Any,
    form: KeyedForm,
    act: Callable[[], Done],
    *,
    heading: str,
    button: str,
    said: str = "",
    facts: list[tuple[str, object]] | None = None,
    anchor: str = "",
    **more: object,
) -> HttpResponse:
    """The page of this form; when it is done, the page of the task, at ``anchor``.

    ``said`` says what comes of it, ``facts`` what the form is about.
    """
    back = reverse("task", kwargs={"pk": task.pk})
    if form.is_valid():
        form.once(act)
        return redirect(f"{back}#{anchor}" if anchor else back)
    context = {
        "task": task,
        "form": form,
        "heading": heading,
        "button_label": button,
        "said": said,
        "facts": facts or [],
        "back": back,
        **more,
    }
    return render(request, "programmes/task_act.html", context)
