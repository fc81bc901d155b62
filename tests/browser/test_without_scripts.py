"""Without JavaScript everything can be read, filled in and sent."""

import pytest
from playwright.sync_api import expect

from tests.browser.site import PHONE, Site
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, PHONE])
def test_a_task_is_added_and_edited(site: Site, width: int) -> None:
    with site.window(width=width, java_script_enabled=False) as window:
        page = window.page
        page.goto("/")
        page.get_by_label("Tên đăng nhập").fill("lan")
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        page.get_by_role("link", name=site.world.task.text).click()
        page.get_by_role("link", name=site.world.plan.title).click()
        page.get_by_role("link", name="Thêm nhiệm vụ").click()
        page.locator("#id_text").fill("Rà soát quý III")
        page.get_by_label("Đơn vị chủ trì").select_option(
            label="Sở Nội vụ tỉnh Lam Khê"
        )
        page.get_by_label("Hạn hoàn thành").fill("30/09/2026")
        page.get_by_role("button", name="Lưu nhiệm vụ").click()
        expect(page.locator("h1")).to_have_text("Rà soát quý III")

        page.get_by_role("link", name="Sửa nhiệm vụ").click()
        page.locator("#id_text").fill("Rà soát quý III và quý IV")
        page.get_by_role("button", name="Lưu nhiệm vụ").click()
        expect(page.locator("h1")).to_have_text("Rà soát quý III và quý IV")
        expect(page.locator(".history")).to_contain_text("Sửa nhiệm vụ")


def test_what_only_scripts_do_is_not_offered(site: Site) -> None:
    with site.window("lan", java_script_enabled=False) as window:
        window.page.goto("/ban-lam-viec/")
        expect(window.page.locator("footer").get_by_text("Phím tắt")).to_be_hidden()


def test_the_menu_of_a_phone_opens(site: Site) -> None:
    with site.window("lan", PHONE, java_script_enabled=False) as window:
        page = window.page
        page.goto("/ban-lam-viec/")
        page.locator("summary", has_text="Các mục").click()
        page.locator("header").get_by_role("link", name="Chương trình").click()
        expect(page.locator("h1")).to_have_text("Chương trình")


def test_the_language_is_switched_and_the_page_stays(site: Site) -> None:
    with site.window("lan", java_script_enabled=False) as window:
        page = window.page
        page.goto("/nhiem-vu/?han=at_risk")
        page.get_by_role("button", name="English").click()
        expect(page.locator("h1")).to_have_text("Tasks")
        assert page.url.endswith("/nhiem-vu/?han=at_risk")
