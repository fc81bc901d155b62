"""From a plan's paper to the review report, in a browser, every press counted."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from phoihop import clock
from phoihop.accounts.models import User
from phoihop.organisations.actions import directory, people
from phoihop.organisations.models import Organisation
from phoihop.organisations.permissions import command_line, scoped
from phoihop.organisations.roles import Role
from tests.browser.site import Site
from tests.factories import BEGAN, PASSWORD, World
from tests.jobs.stage import worked

pytestmark = pytest.mark.browser

SAMPLE = Path("samples/ke-hoach-phoi-hop-2027.docx")
# From signing in to a confirmed plan of twenty tasks.
MOST_ACTIONS = 40
PARTNER = "Sở Nông nghiệp và Môi trường tỉnh Lam Khê"
ENDINGS = (" Lam Khê", " tỉnh Lam Khê")
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lam Khê"


class Hands:
    """An officer at a browser; counts what the hands do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def press(self, name: str, *, role: str = "button", within: str = "main") -> None:
        """Press a button or follow a link, and wait for what comes of it."""
        self.actions += 1
        found = self.page.locator(within).get_by_role(role, name=name)  # type: ignore[arg-type]  # a word that it knows
        found.first.click()
        self.page.wait_for_load_state("networkidle")

    def follow(self, name: str) -> None:
        """A link of the page."""
        self.press(name, role="link")

    def type(self, label: str, text: str) -> None:
        """Fill a field."""
        self.actions += 1
        self.page.get_by_label(label, exact=False).first.fill(text)

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.actions += 1
        self.page.get_by_label(label, exact=False).first.check()

    def says(self, words: str) -> None:
        """The page says so."""
        expect(self.page.locator("main")).to_contain_text(words)


@pytest.fixture
def bodies(own_world: World) -> World:
    """Two more bodies that the sample names: one with an officer, one without."""
    by, on = command_line(), clock.today()
    with scoped(by):
        ban = own_world.bodies["ban"]
        alias = "Ban Tuyên giáo và Dân vận Tỉnh ủy"
        directory.add_alias(body=ban, text=alias, by=by, on=on)
        for name in (PARTNER, FRONT):
            directory.found(
                name=name,
                type=Organisation.Type.STATE,
                level=Organisation.Level.PROVINCE,
                founded_on=BEGAN,
                aliases=[
                    name.removesuffix(" Lam Khê"),
                    name.removesuffix(" tỉnh Lam Khê"),
                ],
                by=by,
                on=on,
            )
        officer: User = people.open_account(
            username="vinh", name="Cao Quang Vinh", password=PASSWORD, by=by, on=on
        )
        body = Organisation.objects.get(names__text=PARTNER)
        people.give_role(
            person=officer, body=body, role=Role.OFFICER, since=BEGAN, by=by, on=on
        )
    return own_world


def sign_in(page: Page, who: str) -> Hands:
    """At the door, as everybody comes in."""
    hands = Hands(page)
    page.goto("/")
    hands.type("Tên đăng nhập", who)
    hands.type("Mật khẩu", PASSWORD)
    hands.press("Đăng nhập")
    return hands


def confirm_the_sample(hands: Hands) -> None:
    """Hand the paper in, correct one finding, take the rest, confirm."""
    hands.follow("Nhận văn bản")
    hands.actions += 1
    hands.page.set_input_files("input[type=file]", SAMPLE)
    hands.press("Nhận văn bản này")
    hands.says("đang đọc")
    worked()
    hands.page.reload()
    hands.follow("Mở bàn xác nhận")
    correct_one(hands)
    accept_the_rest(hands)
    hands.follow("Xác nhận")
    hands.press("Xác nhận 21 nhiệm vụ")
    hands.says("Kế hoạch")


def correct_one(hands: Hands) -> None:
    """The first task says more than it should: other words, kept beside those read."""
    task = hands.page.locator("article.draft-task").first
    hands.actions += 1
    task.get_by_role("link", name="Sửa").click()
    hands.type("Nội dung", "Tổ chức hội nghị giới thiệu Luật Đất đai")
    hands.press("Lưu mục đã sửa")
    expect(task).to_have_attribute("data-state", "corrected")


def accept_the_rest(hands: Hands) -> None:
    """A key for each duty, wherever the desk has led: nobody moves to the next one."""
    waiting = hands.page.locator("article.draft-task[data-state=open]")
    while count := waiting.count():
        hands.actions += 1
        hands.page.keyboard.press("a")
        expect(waiting).to_have_count(count - 1)


def open_task(hands: Hands, lead: str) -> str:
    """The first open task of the plan that this body leads; gives its address."""
    row = hands.page.locator("tbody tr", has_text=lead).first
    hands.actions += 1
    row.get_by_role("link").first.click()
    hands.page.wait_for_load_state("networkidle")
    return hands.page.url


def report_done(hands: Hands, *, paper: str = "") -> None:
    """The work is done, shown by a paper and a count."""
    hands.follow("Báo tiến độ")
    hands.type("Tiến độ (%)", "100")
    hands.type("Kết quả", "Đã tổ chức ba hội nghị tại các xã.")
    hands.type("Minh chứng: văn bản", "Báo cáo số 21/BC-SNNMT")
    hands.type("Minh chứng: đã đếm gì", "số hội nghị đã tổ chức")
    hands.type("Số lượng", "3")
    hands.tick("Đã hoàn thành")
    if paper:
        hands.type("Thay mặt, theo văn bản", paper)
    hands.press("Gửi báo cáo")
    hands.says("chờ nghiệm thu")


def test_from_a_paper_to_the_review_report(site: Site, bodies: World) -> None:
    """Upload, progress, correct, confirm, undo, again; reports, acceptance, review."""
    with site.window() as window:
        lan = sign_in(window.page, "lan")
        confirm_the_sample(lan)
        assert lan.actions <= MOST_ACTIONS, f"{lan.actions} actions"
        lan.follow("Hoàn tác xác nhận")
        lan.press("Thu hồi kế hoạch")
        lan.follow("Xác nhận")
        lan.press("Xác nhận 21 nhiệm vụ")
        plan = window.page.url
        on_behalf = open_task(lan, FRONT)
        report_done(lan, paper="Công văn số 15/MTTQ-BTT ngày 10/11/2026")
        lan.says("thay mặt")

        with site.window() as other:
            vinh = sign_in(other.page, "vinh")
            other.page.goto(plan)
            done = open_task(vinh, PARTNER)
            report_done(vinh)
        window.page.goto(done)
        lan.follow("Nghiệm thu nhiệm vụ")
        lan.press("Nghiệm thu")
        lan.says("xong đúng hạn")
        assert on_behalf != done
        follow_a_figure(lan, plan, done)


def follow_a_figure(hands: Hands, plan: str, done: str) -> None:
    """The annual report as .docx and .pdf; its figure leads back to the task."""
    page = hands.page
    page.goto(plan)
    # The crumb behind the list of programmes.
    page.locator("main").locator('a[href^="/chuong-trinh/"]').nth(1).click()
    page.wait_for_load_state("networkidle")
    hands.follow("Lập báo cáo")
    hands.type("Năm", "2027")
    hands.type("Địa danh", "Lam Khê")
    hands.type("Chức vụ người ký", "TRƯỞNG BAN")
    hands.press("Lập báo cáo")
    hands.says("đã hoàn thành 1/21 nhiệm vụ")
    for name, begins in (("Tải Word (.docx)", b"PK"), ("Tải PDF", b"%PDF-")):
        with page.expect_download() as held:
            page.get_by_role("link", name=name).click()
        data = Path(held.value.path()).read_bytes()
        assert data.startswith(begins)
        if begins == b"PK":
            with ZipFile(io.BytesIO(data)) as parts:
                assert "1/21" in parts.read("word/document.xml").decode()
    fact = page.locator("details.fact-line", has_text="ba hội nghị").first
    fact.locator("summary").click()
    fact.get_by_role("link").first.click()
    page.wait_for_load_state("networkidle")
    assert re.sub(r"#.*", "", page.url) == done
