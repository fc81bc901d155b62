"""The tree of topics: services and decisions, nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import topics as actions
from phoihop.organisations.models import Topic
from phoihop.organisations.roles import Role
from phoihop.pages.acts import act_page, ending_page
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.scoped import Request, operator, signed_in
from phoihop.vietnamese import sort_key


@dataclass(frozen=True)
class Branch:
    """A topic at its place in the tree."""

    topic: Topic
    depth: int
    # What it is a part of, upwards, for a phone and a screen reader.
    within: str

    @property
    def label(self) -> str:
        """Its name, further in the deeper it stands."""
        return "\u2003" * self.depth + self.topic.name


def tree(topics: Any) -> list[Branch]:
    """These topics, each behind what it is a part of, in the order of the alphabet."""
    parts: dict[int | None, list[Topic]] = {}
    for topic in sorted(topics, key=lambda topic: sort_key(topic.name)):
        parts.setdefault(topic.parent_id, []).append(topic)
    return _branches(parts, None, 0, "")


def _branches(
    parts: dict[int | None, list[Topic]], above: int | None, depth: int, within: str
) -> list[Branch]:
    found = []
    for topic in parts.get(above, []):
        found.append(Branch(topic, depth, within))
        found += _branches(parts, topic.pk, depth + 1, topic.name)
    return found


def topic_choices() -> list[tuple[object, str]]:
    """The topics of today, to choose one from."""
    branches = tree(Topic.objects.on(clock.today()))
    return [(branch.topic.pk, branch.label) for branch in branches]


class TopicForm(KeyedForm):
    """A topic and its place in the tree."""

    name = forms.CharField(
        label=gettext_lazy("Tên lĩnh vực"),
        max_length=120,
        help_text=gettext_lazy(
            "Một dịch vụ hoặc một loại quyết định của cơ quan công. Không ghi quan "
            "điểm, tín ngưỡng, công việc nội bộ của Đảng."
        ),
    )
    code = forms.CharField(
        label=gettext_lazy("Mã"),
        max_length=60,
        help_text=gettext_lazy("Chữ thường không dấu, gạch nối; ví dụ y-te."),
    )
    parent = forms.ModelChoiceField(
        label=gettext_lazy("Thuộc lĩnh vực"),
        queryset=Topic.objects.none(),
        required=False,
        empty_label=gettext_lazy("không thuộc lĩnh vực nào"),
    )
    valid_from = DayField(label=gettext_lazy("Từ ngày"))

    def __init__(self, request: Request, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        offer_topics(self, "parent")


def offer_topics(form: forms.Form, name: str) -> None:
    """Let a field be chosen among the topics of today, as a tree."""
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(f"{name} is no field of topics.")
    field.queryset = Topic.objects.on(clock.today())
    field.choices = [("", field.empty_label or ""), *topic_choices()]


@signed_in
def topics(request: Request) -> HttpResponse:
    """The whole tree, what has ended marked."""
    context = {
        "branches": tree(Topic.objects.all()),
        "is_operator": request.actor.role is Role.OPERATOR,
    }
    return render(request, "organisations/topics.html", context)


@operator
def create(request: Request) -> HttpResponse:
    """Add a topic."""
    form = TopicForm(request, initial={"valid_from": clock.today()})

    def act() -> Topic:
        return actions.create(by=request.actor, on=clock.today(), **form.values())

    return act_page(
        request,
        form,
        act,
        heading=_("Thêm lĩnh vực"),
        button=_("Lưu lĩnh vực"),
        back=reverse("topics"),
    )


@operator
def end(request: Request, pk: int) -> HttpResponse:
    """A topic is no longer chosen."""
    topic = get_object_or_404(Topic, pk=pk)

    def act(seen: int, day: date) -> Topic:
        return actions.end(
            topic=topic,
            seen=seen,
            valid_to=day,
            by=request.actor,
            on=clock.today(),
        )

    return ending_page(
        request,
        topic,
        act,
        heading=_("Kết thúc lĩnh vực"),
        back=reverse("topics"),
        facts=[(_("Tên lĩnh vực"), topic.name)],
    )
