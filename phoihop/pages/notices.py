"""What one has been told: sentences made now, of what one may see now."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from phoihop.notices import actions
from phoihop.notices.models import Notice, NoticeQuerySet
from phoihop.notices.registry import found
from phoihop.notices.sentences import sentence
from phoihop.organisations.permissions import circles
from phoihop.pages.asked import (
    LARGEST,
    newest_first,
)
from phoihop.pages.keyed import KeyedForm
from phoihop.pages.scoped import Request, scoped_page


class SeenForm(KeyedForm):
    """Everything up to the newest that the page showed."""

    newest = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=LARGEST
    )


@dataclass(frozen=True)
class Seen:
    """What marking as read came to, as the form's answer."""

    pk: int


@dataclass(frozen=True)
class Told:
    """One notice as the page shows it."""

    mark: str
    at: datetime
    body: str
    said: str
    url: str


@scoped_page
def notices(request: Request) -> HttpResponse:
    """The newest first, and those behind ``?sau=``; marking them as read."""
    own = _own(request)
    newest = own.order_by("-pk").values_list("pk", flat=True).first()
    form = SeenForm(request, initial={"newest": newest})
    if form.is_valid():
        shown = own.filter(pk__lte=form.cleaned_data["newest"]).unseen()

        def act() -> Seen:
            return Seen(actions.see(notices=shown, by=request.actor))

        form.once(act)
        return redirect("notices")
    page, around = newest_first(request, own)
    subjects = found(request.user, page)
    context = {
        "told": [
            Told(
                mark="notice_seen" if notice.seen_at else "notice_new",
                at=notice.said_at,
                body=subjects[notice.pk].body,
                said=sentence(notice.kind, subjects[notice.pk]),
                url=subjects[notice.pk].url,
            )
            for notice in page
            if notice.pk in subjects
        ],
        "has_unseen": any(notice.seen_at is None for notice in page),
        "form": form,
        **around,
    }
    return render(request, "notices/list.html", context)


def _own(request: Request) -> NoticeQuerySet:
    """The person's own, of the circles they act in and of no circle."""
    here = Q(scope=None) | Q(scope_id__in=circles(request.actor))
    return Notice.objects.filter(here, person=request.user)
