"""Pages that are one form about a body: filled in, done once, and back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.pages.keyed import DayField, KeyedForm, VersionedForm
from phoihop.pages.scoped import Request
from phoihop.posts.actions import Done
from phoihop.versions.models import VersionedRow


class SpanForm(KeyedForm):
    """A form with the days for which something holds.

    ``field_order`` of a form says what stands before the days.
    """

    field_order: tuple[str, ...] = ()

    valid_from = DayField(label=_("Từ ngày"))
    valid_to = DayField(
        label=_("Đến trước ngày"),
        required=False,
        help_text=_("Để trống nếu còn hiệu lực."),
    )


class EndingForm(VersionedForm):
    """From which day on something holds no longer."""

    day = DayField(
        label=_("Kết thúc từ ngày"),
        help_text=_("Ngày đầu tiên không còn hiệu lực, ví dụ 30/06/2026."),
    )


def act_page(
    request: Request,
    form: KeyedForm,
    act: Callable[[], Done],
    *,
    heading: str,
    button: str,
    back: str,
    body: Any = None,
    facts: list[tuple[str, object]] | None = None,
    made: str = "",
) -> HttpResponse:
    """The page of this form; when it is done, the page that ``back`` leads to.

    ``made`` names the page of what was made, where that is the way on. ``facts`` say
    what the form is about.
    """
    if form.is_valid():
        done = form.once(act)
        return redirect(made, pk=done) if made else redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "button_label": button,
        "back": back,
        "body": body,
        "facts": facts or [],
    }
    return render(request, "organisations/act.html", context)


def ending_page(
    request: Request,
    row: VersionedRow,
    act: Callable[[int, date], Done],
    *,
    heading: str,
    back: str,
    body: Any = None,
    facts: list[tuple[str, object]],
) -> HttpResponse:
    """The page on which this row ends; ``act`` is told the version seen and the day."""
    form = EndingForm(request, initial={"seen": row.version})
    return act_page(
        request,
        form,
        lambda: act(form.seen_version, form.cleaned_data["day"]),
        heading=heading,
        button=gettext("Lưu ngày kết thúc"),
        back=back,
        body=body,
        facts=facts,
    )


def sheet_of(pk: int, anchor: str = "") -> str:
    """The address of a body's page, at one of its parts."""
    address = reverse("organisation", kwargs={"pk": pk})
    return f"{address}#{anchor}" if anchor else address
