"""By keyboard alone: the main path of an officer's day, and the letter keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import DESKTOP, Site
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser

NAME_OF_FOCUS = """() => {
  const here = document.activeElement;
  return here.getAttribute("aria-label") || here.labels?.[0]?.textContent
    || here.textContent;
}"""
FOCUS_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
MOST_STEPS = 80


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on this link, button or field; it is always seen."""
    passed = []
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        found = " ".join(str(page.evaluate(NAME_OF_FOCUS)).split())
        if page.evaluate("document.activeElement !== document.body"):
            assert page.evaluate(FOCUS_IS_SEEN), f"the focus on “{found}” is not seen"
        if name in found:
            return
        passed.append(found)
    raise AssertionError(f"“{name}” is not reached by Tab, only {passed}")


def follow(page: Page, name: str) -> None:
    """Go to a link or button and press it."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def leave_dialog(page: Page) -> None:
    """Escape, and wait until the focus is back on the page."""
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement === document.body")


def test_from_the_door_to_the_history_of_a_new_task(site: Site) -> None:
    with site.window() as window:
        page = window.page
        page.goto("/")
        # The field is ready: nothing to press before typing.
        expect(page.locator("input[name=username]")).to_be_focused()
        page.keyboard.type("lan")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Bàn làm việc")

        follow(page, site.world.task.text)
        follow(page, site.world.plan.title)
        follow(page, "Thêm nhiệm vụ")
        tab_to(page, "Nội dung")
        page.keyboard.type("Rà soát việc thực hiện quý III")
        tab_to(page, "Đơn vị chủ trì")
        page.keyboard.press("s")
        tab_to(page, "Hạn hoàn thành")
        page.keyboard.type("30/09/2026")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Rà soát việc thực hiện quý III")

        follow(page, "Sửa nhiệm vụ")
        tab_to(page, "Hạn hoàn thành")
        page.keyboard.press("Control+A")
        page.keyboard.type("15/10/2026")
        follow(page, "Lưu nhiệm vụ")
        history = page.locator(".history")
        expect(history).to_contain_text("Sửa nhiệm vụ")
        expect(history).to_contain_text("30/09/2026 → thành 15/10/2026")
        expect(history).to_contain_text("Nguyễn Thị Lan")


def test_the_first_press_of_tab_leads_past_the_frame(site: Site) -> None:
    with site.window("lan") as window:
        page = window.page
        page.goto("/ban-lam-viec/")
        follow(page, "Đến nội dung")
        assert page.evaluate("document.activeElement.id") == "noi-dung"
        tab_to(page, "Lập chương trình")


def test_letters_lead_along_a_list_and_to_its_filter(site: Site) -> None:
    with site.window("lan") as window:
        page = window.page
        page.goto("/nhiem-vu/")
        focus = page.locator(":focus")
        page.keyboard.press("j")
        expect(focus).to_have_text(site.world.task.text)
        page.keyboard.press("j")
        expect(focus).to_have_text("Cung cấp tài liệu về cải cách hành chính")
        page.keyboard.press("k")
        expect(focus).to_have_text(site.world.task.text)
        page.keyboard.press("/")
        expect(focus).to_have_id("id_han")


def test_letters_typed_into_a_field_stay_letters(site: Site) -> None:
    with site.window("lan") as window:
        page = window.page
        page.goto(f"/nhiem-vu/{site.world.task.pk}/sua/")
        page.locator("#id_text").fill("")
        page.keyboard.type("kế hoạch? j/k e")
        expect(page.locator("#id_text")).to_have_value("kế hoạch? j/k e")
        expect(page.locator("dialog")).to_be_hidden()


def test_a_question_mark_lists_the_keys_of_the_page_and_they_can_be_turned_off(
    site: Site,
) -> None:
    with site.window("lan") as window:
        page = window.page
        address = f"/nhiem-vu/{site.world.task.pk}/"
        page.goto(address)
        page.keyboard.press("?")
        keys = page.get_by_role("dialog")
        expect(keys).to_contain_text("Sửa nhiệm vụ")
        keys.get_by_role("checkbox").press("Space")
        leave_dialog(page)
        page.keyboard.press("e")
        page.wait_for_timeout(200)
        expect(page).to_have_url(re.compile(rf"{address}$"))
        # Kept on this machine; the list opens all the same.
        page.reload()
        page.keyboard.press("?")
        keys.get_by_role("checkbox").press("Space")
        leave_dialog(page)
        page.keyboard.press("e")
        expect(page).to_have_url(re.compile(r"/sua/$"))


@pytest.mark.parametrize("width", [DESKTOP, 390])
def test_what_has_the_focus_is_never_under_the_line_of_buttons(
    site: Site, width: int
) -> None:
    covered = """() => {
      const here = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector(".confirm-bar");
      if (bar.contains(document.activeElement)) return false;
      return here.bottom > bar.getBoundingClientRect().top + 1 && here.height < 300;
    }"""
    with site.window("lan", width) as window:
        page = window.page
        page.goto("/chuong-trinh/them/")
        for _step in range(20):
            page.keyboard.press("Tab")
            inside = "document.querySelector('form[novalidate]')"
            if page.evaluate(f"{inside}.contains(document.activeElement)"):
                assert not page.evaluate(covered)
