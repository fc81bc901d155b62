"""The operator's pages: bodies, their tree, accounts. No content of any body."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import directory, people
from phoihop.organisations.models import Organisation, Relation
from phoihop.pages.bodies import BodyField, offer
from phoihop.pages.keyed import DayField, KeyedForm
from phoihop.pages.organisations import named_or_404
from phoihop.pages.scoped import Request, operator


class FoundForm(KeyedForm):
    """A body that enters the directory."""

    name = forms.CharField(label=_("Tên"), max_length=300)
    # Nothing is chosen beforehand: a first choice left standing would be a guess.
    type = forms.ChoiceField(
        label=_("Loại"),
        # A joint group has a decision and a term: it has a form of its own.
        choices=[
            ("", _("chọn loại")),
            *(c for c in Organisation.Type.choices if c[0] != Organisation.Type.JOINT),
        ],
    )
    level = forms.ChoiceField(
        label=_("Cấp"), choices=[("", _("chọn cấp")), *Organisation.Level.choices]
    )
    founded_on = DayField(label=_("Có tên này từ ngày"))
    aliases = forms.CharField(
        label=_("Tên gọi khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một tên."),
    )
    decision = forms.CharField(
        label=_("Văn bản quyết định"), required=False, max_length=200
    )

    def clean_aliases(self) -> list[str]:
        """One name a line, each once."""
        lines = str(self.cleaned_data["aliases"]).splitlines()
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


class PlaceForm(KeyedForm):
    """Which body stands directly above, and from when to when."""

    above = BodyField(label=_("Cấp trên trực tiếp"))
    valid_from = DayField(label=_("Từ ngày"))
    valid_to = DayField(
        label=_("Đến trước ngày"),
        required=False,
        help_text=_("Để trống nếu quan hệ còn hiệu lực."),
    )

    def __init__(self, request: Request, below: Organisation) -> None:
        super().__init__(request)
        on = clock.today()
        others = Organisation.objects.living(on).exclude(pk=below.pk)
        offer(self, "above", others, on)


class AccountForm(KeyedForm):
    """A person's account; the password is told to them and changed by them."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        # Another person's: the browser is not to offer the operator's own.
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    # The action judges it, so that one sentence says what is wrong.
    email = forms.CharField(
        label=_("Thư điện tử"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
        help_text=_("Để nhận thông báo mỗi ngày một thư. Có thể để trống."),
    )
    password = forms.CharField(
        label=_("Mật khẩu ban đầu"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ít nhất 12 ký tự."),
    )


@operator
def found(request: Request) -> HttpResponse:
    """Enter a body into the directory."""
    form = FoundForm(request)
    if form.is_valid():

        def act() -> Organisation:
            return directory.found(by=request.actor, on=clock.today(), **form.values())

        return redirect("organisation", pk=form.once(act))
    return render(request, "organisations/found.html", {"form": form})


@operator
def place(request: Request, pk: int) -> HttpResponse:
    """Put a body under another."""
    below = named_or_404(pk)
    form = PlaceForm(request, below)
    if form.is_valid():

        def act() -> Relation:
            return directory.place_under(
                below=below, by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("organisation", pk=pk)
    context = {"form": form, "body": below}
    return render(request, "organisations/place.html", context)


@operator
def account(request: Request) -> HttpResponse:
    """Open an account; its roles are given on the page of a body's people."""
    form = AccountForm(request)
    if form.is_valid():

        def act() -> User:
            return people.open_account(
                by=request.actor, on=clock.today(), **form.values()
            )

        form.once(act)
        return redirect("organisations")
    return render(request, "organisations/account.html", {"form": form})
