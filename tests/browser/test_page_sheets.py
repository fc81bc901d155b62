"""The pages of a paper at the review desk: a draft is chosen, its words are lit."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.site import DESKTOP, PHONE, Site
from tests.browser.test_looks import keep_picture
from tests.documents.printed_papers import NAME, plan
from tests.documents.stage import read
from tests.factories import World

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_words_of_a_chosen_draft_are_lit_on_its_page(
    site: Site, own_world: World, width: int
) -> None:
    """Lan goes over to the page, chooses a duty, then one that stands on page two."""
    reading = read(own_world, data=plan(), name=NAME)
    with site.window("lan", width=width) as window:
        page = window.page
        page.goto(reverse("review_desk", args=[reading.pk]))
        page.get_by_role("link", name="Trang gốc").click()
        sheet = page.locator("svg.page-sheet")
        expect(sheet).to_be_visible()
        drawn = page.locator("svg.page-sheet image")
        answer = page.request.get(drawn.get_attribute("href") or "")
        assert answer.headers["content-type"] == "image/png"
        tasks = page.locator("article.draft-task")
        tasks.nth(0).locator("h3").click()
        lit = page.locator(".lit-place.lit-now.lit-task rect")
        expect(lit).to_have_count(2)
        box, whole = lit.nth(0).bounding_box(), sheet.bounding_box()
        assert box
        assert whole
        # The duty stands in the second third of the first page, as wide as its text.
        assert 0.3 < (box["y"] - whole["y"]) / whole["height"] < 0.67
        assert box["width"] > whole["width"] * 0.6
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        keep_picture(page, f"page-{width}")
        with page.expect_response(lambda got: "trang.png?trang=2" in got.url) as got:
            tasks.nth(1).locator("h3").click()
        assert got.value.ok
        expect(page.locator("[data-sheet='2']")).to_be_visible()
        expect(page.locator(".lit-place.lit-now.lit-task")).to_have_count(1)
        keep_picture(page, f"page-{width}-two")
        sheet.scroll_into_view_if_needed()
        keep_picture(page, f"page-{width}-sheet")


def test_a_box_on_the_page_leads_to_its_draft_by_keys_alone(
    site: Site, own_world: World
) -> None:
    reading = read(own_world, data=plan(), name=NAME)
    with site.window("lan") as window:
        page = window.page
        page.goto(f"{reverse('review_desk', args=[reading.pk])}?trang=1")
        box = page.locator(".lit-place.lit-task").first
        box.focus()
        page.keyboard.press("Enter")
        expect(page.locator("article.draft-now.draft-task")).to_have_count(1)


def test_a_decision_beside_the_page_stays_with_pages(
    site: Site, own_world: World
) -> None:
    """With scripts the page of the next draft is shown; without them the same page."""
    reading = read(own_world, data=plan(), name=NAME)
    address = f"{reverse('review_desk', args=[reading.pk])}?trang=2"
    for scripts in (True, False):
        with site.window("lan", java_script_enabled=scripts) as window:
            page = window.page
            page.goto(address)
            waiting = page.locator("article.draft[data-state=open]").first
            waiting.get_by_role("button", name="Nhận").first.click()
            expect(page.locator("main")).to_contain_text(
                f"Đã xem {1 if scripts else 2} /"
            )
            shown = "1" if scripts else "2"
            expect(page.locator(f"[data-sheet='{shown}']")).to_be_visible()
