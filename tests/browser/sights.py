"""What there is to look at: every page, and the states a page may be in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page

from tests import agreed, kept_reviews
from tests.browser.site import Site
from tests.documents.printed_papers import NAME, plan
from tests.documents.stage import read
from tests.documents.states import failed, mixed, unclear
from tests.factories import World
from tests.pages.test_reading_quality import judged
from tests.pages.visiting import OPEN, PAGES
from tests.pages.visiting import Page as Known

Way = Callable[[Page, Site], None]


@dataclass(frozen=True)
class Sight:
    """One thing to look at: its name, by whom it is seen, and the way to it."""

    name: str
    who: str
    go: Way


def _address(name: str) -> Way:
    def go(page: Page, site: Site) -> None:
        found = next(known for known in (*PAGES, *OPEN) if known.name == name)
        page.goto(found.address(site.world))

    return go


# What the admin of a body keeps; the operator's pages are those that only he finds.
ADMINS = (
    *("organisation_", "people", "role_", "invitation_", "designation_"),
    *("channel_", "focal_point_"),
)


def _viewer(page: Known) -> str:
    """The first of those who may do something there."""
    if page.seen_by == ("hanh",):
        return "hanh"
    if page.name == "trail_export":
        return "thu"
    return "quang" if page.name.startswith(ADMINS) else "lan"


def _pages() -> Iterable[Sight]:
    """Every page, as the first of those sees it who may do something there."""
    for page in PAGES:
        yield Sight(page.name, _viewer(page), _address(page.name))
    for page in OPEN:
        yield Sight(page.name, "", _address(page.name))


def _press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def _door_shut(page: Page, site: Site) -> None:
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("sai mật khẩu")
    _press(page, "Đăng nhập")


def _wrong_form(page: Page, site: Site) -> None:
    page.goto(f"/ke-hoach/{site.world.plan.pk}/nhiem-vu/them/")
    page.get_by_label("Hạn hoàn thành").fill("31/06/2026")
    _press(page, "Lưu nhiệm vụ")


def _refused_form(page: Page, site: Site) -> None:
    page.goto(f"/chuong-trinh/{site.world.programme.pk}/ke-hoach/them/")
    page.get_by_label("Tên kế hoạch").fill("Kế hoạch phối hợp năm 2040")
    page.get_by_label("Năm").fill("2040")
    page.get_by_label("Sở Nội vụ tỉnh Lam Khê").check()
    _press(page, "Lưu kế hoạch")


def _merge(page: Page, site: Site) -> None:
    page.goto(f"/nhiem-vu/{site.world.task.pk}/sua/")
    with site.window("minh") as other:
        other.page.goto(page.url)
        other.page.locator("#id_text").fill("Tổ chức hai hội nghị quý II")
        other.page.get_by_label("Hạn hoàn thành").fill("30/06/2026")
        _press(other.page, "Lưu nhiệm vụ")
    page.locator("#id_text").fill("Tổ chức hội nghị báo cáo viên quý III")
    _press(page, "Lưu nhiệm vụ")


def _changed(page: Page, site: Site) -> None:
    """After the merge above: a task that somebody has changed."""
    page.goto(f"/nhiem-vu/{site.world.task.pk}/")


def _keys(page: Page, site: Site) -> None:
    page.goto("/nhiem-vu/")
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


def _at(address: str) -> Way:
    def go(page: Page, site: Site) -> None:
        page.goto(
            address.format(plan=site.world.plan.pk, ban=site.world.bodies["ban"].pk)
        )

    return go


def _worked_on(page: Page, site: Site) -> None:
    """Supported, reported with and without a proof, and where it comes from."""
    agreed.support(site.world)
    task = agreed.of_so(site.world)
    if task.source_id is None:
        agreed.source(site.world, task)
        agreed.reported(site.world, task, evidence=[])
        agreed.reported(site.world, task)
    page.goto(f"/nhiem-vu/{task.pk}/")


def _wrong_report(page: Page, site: Site) -> None:
    page.goto(f"/nhiem-vu/{agreed.of_so(site.world).pk}/bao-tien-do/")
    page.get_by_label("Tiến độ (%)").fill("120")
    _press(page, "Gửi báo cáo")


def _by_clauses(page: Page, site: Site) -> None:
    agreed.clauses(site.world)
    page.goto(f"/ke-hoach/{site.world.plan.pk}/")


def _of_papers(name: str, pk: Callable[[World], int]) -> Way:
    """A page of a paper, in a state that is made when it is looked at."""

    def go(page: Page, site: Site) -> None:
        page.goto(reverse(name, args=[pk(site.world)]))

    return go


def _page_sheet(page: Page, site: Site) -> None:
    """A page of a paper beside what was read in it."""
    reading = read(site.world, data=plan(), name=NAME)
    page.goto(f"{reverse('review_desk', args=[reading.pk])}?trang=1")


def _quality(page: Page, site: Site) -> None:
    """Of a desk that has confirmed a paper; one of its rules is proven."""
    judged(site.world)
    page.goto(reverse("reading_quality"))


def _nothing_handed_in(page: Page, site: Site) -> None:
    page.goto(reverse("document_receive"))
    page.get_by_label("Tên để dễ tìm").fill("Kế hoạch phối hợp năm 2026")
    _press(page, "Nhận văn bản này")


def _review_with_words(page: Page, site: Site) -> None:
    """One of a programme in which somebody has reported, every sentence unfolded."""
    task = agreed.another(site.world, "việc đã báo cáo")
    agreed.reported(site.world, task)
    review = kept_reviews.judgement(site.world).review_id
    page.goto(reverse("review", args=[review]))
    for line in page.locator(".fact-line > summary").all():
        line.click()


STATES = (
    Sight("desk_of_a_stranger", "cuc", _at("/ban-lam-viec/")),
    Sight("nothing_found", "lan", _at("/nhiem-vu/?han=in_time&cua_toi=on")),
    Sight("plan_as_was", "lan", _at("/ke-hoach/{plan}/?luc=2026-05-31")),
    Sight("plan_of_an_observer", "oanh", _at("/ke-hoach/{plan}/")),
    Sight("organisation_of_the_operator", "hanh", _at("/don-vi/{ban}/")),
    Sight("people_of_the_operator", "hanh", _at("/don-vi/{ban}/nguoi/")),
    Sight("directory_of_the_operator", "hanh", _at("/don-vi/")),
    Sight("task_with_everything", "minh", _worked_on),
    Sight("report_wrong", "minh", _wrong_report),
    Sight("plan_by_clauses", "lan", _by_clauses),
    Sight(
        "term_counted", "lan", _at("/lich/?tu_ngay=31/12/2025&so_ngay=9&tinh=working")
    ),
    Sight("no_such_lunar_day", "lan", _at("/lich/?ngay_am=30&thang_am=12&nam_am=2025")),
    Sight("paper_not_read", "lan", _of_papers("document", lambda w: failed(w).pk)),
    Sight("desk_mixed", "lan", _of_papers("review_desk", lambda w: mixed(w).pk)),
    Sight("desk_with_page", "lan", _page_sheet),
    Sight("desk_unclear", "lan", _of_papers("review_desk", lambda w: unclear(w).pk)),
    Sight("quality_judged", "lan", _quality),
    Sight(
        "confirm_unsettled", "lan", _of_papers("reading_confirm", lambda w: mixed(w).pk)
    ),
    Sight("receive_refused", "lan", _nothing_handed_in),
    Sight("review_with_words", "lan", _review_with_words),
    Sight("not_found", "cuc", _at("/ke-hoach/{plan}/")),
    Sight("door_shut", "", _door_shut),
    Sight("form_wrong", "lan", _wrong_form),
    Sight("form_refused", "lan", _refused_form),
    Sight("merge", "lan", _merge),
    Sight("task_changed", "lan", _changed),
    Sight("keys", "lan", _keys),
)
SIGHTS = (*_pages(), *STATES)
