"""The review desk under its script: one press after another, without a new page."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.documents.stage import read
from tests.documents.test_several import UNKNOWN
from tests.factories import PASSWORD, World

pytestmark = pytest.mark.browser


def at_the_desk(page: Page, reading: int) -> None:
    """Lan, at the desk of this reading."""
    page.goto("/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(reverse("review_desk", args=[reading]))


def test_each_press_is_taken_however_many_went_before(
    site: Site, own_world: World
) -> None:
    """A form is done once under its key: the next decision has a key of its own."""
    reading = read(own_world)
    with site.window() as window:
        page = window.page
        at_the_desk(page, reading.pk)
        for seen in (1, 2, 3):
            waiting = page.locator("article.draft[data-state=open]").first
            waiting.get_by_role("button", name="Nhận").click()
            expect(page.locator("main")).to_contain_text(f"Đã xem {seen} /")
        assert not page.locator("#ban .alert").count()


def test_a_body_chosen_once_is_shown_wherever_its_words_stand(
    site: Site, own_world: World
) -> None:
    """And the drafts that it changed are decided with the version they have now."""
    reading = read(own_world, data=UNKNOWN)
    with site.window() as window:
        page = window.page
        at_the_desk(page, reading.pk)
        names = page.locator("#don-vi")
        expect(names).to_contain_text("chủ trì 2 nhiệm vụ")
        names.locator("button[value^='choose ']").first.click()
        tasks = page.locator("article.draft-task")
        expect(tasks.nth(0)).to_contain_text("✓ ")
        expect(tasks.nth(1)).to_contain_text("✓ ")
        tasks.nth(1).get_by_role("button", name="Nhận").click()
        expect(page.locator("main")).to_contain_text("Đã xem 1 /")
