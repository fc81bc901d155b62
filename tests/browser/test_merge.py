"""Two people edit one task: the slower one takes either text with one press."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import DESKTOP, PHONE, Site, Window

pytestmark = pytest.mark.browser


def slower(window: Window, site: Site) -> Page:
    """Lan's page after minh was faster."""
    page = window.page
    page.goto(f"/nhiem-vu/{site.world.task.pk}/sua/")
    with site.window("minh") as other:
        other.page.goto(page.url)
        fill(other.page, "Bản của Minh", "Sở Nội vụ tỉnh Lam Khê", "01/08/2026")
    fill(page, "Bản của Lan", "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Khê", "30/09/2026")
    return page


def fill(page: Page, text: str, lead: str, due: str) -> None:
    page.locator("#id_text").fill(text)
    page.get_by_label("Đơn vị chủ trì").select_option(label=lead)
    page.get_by_label("Hạn hoàn thành").fill(due)
    with page.expect_navigation():
        page.get_by_role("button", name="Lưu nhiệm vụ").click()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_either_text_is_taken_field_by_field(site: Site, width: int) -> None:
    with site.window("lan", width) as window:
        page = slower(window, site)
        expect(page.get_by_role("alert")).to_contain_text("Có người vừa lưu trước bạn.")
        text, lead, due = (
            page.locator("#id_text"),
            page.locator("#id_lead"),
            page.locator("#id_due_date"),
        )
        expect(text).to_have_value("Bản của Lan")
        use = page.get_by_role("button", name="Lấy nội dung này")
        theirs = use.and_(page.locator("[data-value]"))
        yours = use.and_(page.locator(":not([data-value])"))
        for press in range(3):
            theirs.nth(press).click()
        expect(text).to_have_value("Bản của Minh")
        expect(lead).to_have_value(str(site.world.bodies["so"].pk))
        expect(due).to_have_value("01/08/2026")
        yours.nth(0).click()
        expect(text).to_have_value("Bản của Lan")
        page.get_by_role("button", name="Lưu nhiệm vụ").click()
        expect(page.locator("h1")).to_have_text("Bản của Lan")
        expect(page.locator("main .facts")).to_contain_text("Sở Nội vụ tỉnh Lam Khê")
        expect(page.locator("main .facts")).to_contain_text("hết ngày 01/08/2026")
