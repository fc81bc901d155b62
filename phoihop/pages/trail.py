"""The trail of the circles that one's body is in, and taking it out."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.jobs.models import Job
from phoihop.organisations.actions import oversight
from phoihop.organisations.permissions import may
from phoihop.organisations.roles import Permission
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page
from phoihop.pages.telling import lines
from phoihop.trail.models import Entry
from phoihop.trail.reading import told

ROWS = 50


class PurposeForm(KeyedForm):
    """What the trail is taken out for."""

    purpose = forms.CharField(
        label=_("Mục đích"),
        max_length=300,
        help_text=_("Ví dụ: kiểm tra nội bộ quý IV. Mục đích được ghi vào nhật ký."),
    )


@scoped_page
def trail(request: Request) -> HttpResponse:
    """The newest entries, and those before ``?truoc=``."""
    rows = Entry.objects.order_by("-seq")
    before = request.GET.get("truoc", "")
    if before:
        if not (before.isascii() and before.isdigit() and len(before) < 19):
            raise Http404
        rows = rows.filter(seq__lt=int(before))
    shown = told(rows[: ROWS + 1])
    last = shown[ROWS - 1].seq if len(shown) > ROWS else None
    body = request.actor.organisation
    context = {
        "lines": lines(shown[:ROWS]),
        "next": f"{request.path}?truoc={last}" if last else "",
        "first": request.path if before else "",
        "may_export": may(
            request.actor, Permission.TRAIL_EXPORT, scope=body.desk if body else None
        ),
    }
    return render(request, "trail/list.html", context)


@scoped_page
def export(request: Request) -> HttpResponse:
    """Ask for the whole visible trail as a file: JSON, one entry a line."""
    form = PurposeForm(request)
    if form.is_valid():

        def act() -> Job:
            return oversight.export(
                purpose=form.cleaned_data["purpose"],
                by=request.actor,
                on=clock.today(),
            )

        return redirect("job", pk=form.once(act))
    return render(request, "trail/export.html", {"form": form})
