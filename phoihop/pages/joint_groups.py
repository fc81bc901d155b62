"""The operator's pages: joint groups and their terms."""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop import clock
from phoihop.organisations.actions import joint_groups as actions
from phoihop.organisations.models import JointTerm, Organisation, OrganisationLevel
from phoihop.pages.acts import SpanForm, act_page, sheet_of
from phoihop.pages.bodies import BodiesField, BodyField, offer
from phoihop.pages.keyed import DayField
from phoihop.pages.organisations import named_or_404
from phoihop.pages.scoped import Request, operator


class TermForm(SpanForm):
    """By which decision, from when to when."""

    field_order: tuple[str, ...] = ("decision", "decided_on")

    decision = forms.CharField(
        label=gettext_lazy("Văn bản quyết định"),
        max_length=200,
        help_text=gettext_lazy("Số, ký hiệu và trích yếu."),
    )
    decided_on = DayField(label=gettext_lazy("Ngày ban hành"))


class GroupForm(TermForm):
    """A joint group that enters the directory."""

    field_order: tuple[str, ...] = ("name", "level", "decision", "decided_on")

    name = forms.CharField(label=gettext_lazy("Tên"), max_length=300)
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp"),
        choices=[("", gettext_lazy("chọn cấp")), *OrganisationLevel.choices],
    )
    standing = BodyField(label=gettext_lazy("Cơ quan thường trực"))
    members = BodiesField(label=gettext_lazy("Thành viên"), required=False)

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        on = clock.today()
        for field in ("standing", "members"):
            offer(self, field, Organisation.objects.living(on), on)

    def clean_level(self) -> OrganisationLevel:
        """The level itself, not its word."""
        return OrganisationLevel(self.cleaned_data["level"])


@operator
def create(request: Request) -> HttpResponse:
    """Enter a joint group into the directory."""
    form = GroupForm(request)

    def act() -> Organisation:
        return actions.found(by=request.actor, on=clock.today(), **form.values())

    return act_page(
        request,
        form,
        act,
        heading=_("Thêm ban chỉ đạo, tổ liên ngành"),
        button=_("Lưu ban chỉ đạo, tổ liên ngành"),
        back=reverse("organisations"),
        made="organisation",
    )


@operator
def renew(request: Request, pk: int) -> HttpResponse:
    """Give a joint group another term."""
    group = named_or_404(pk)
    form = TermForm(request)

    def act() -> JointTerm:
        return actions.renew(
            group=group, by=request.actor, on=clock.today(), **form.values()
        )

    return act_page(
        request,
        form,
        act,
        heading=_("Kiện toàn, gia hạn nhiệm kỳ"),
        button=_("Lưu nhiệm kỳ"),
        back=sheet_of(pk, "nhiem-ky"),
        body=group,
    )
