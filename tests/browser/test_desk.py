"""The review desk under its script: one press after another, without a new page."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.site import DESKTOP, PHONE, Site
from tests.documents.evidence import prove
from tests.documents.stage import PLAN, drafts_of, read
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


def long_plan() -> bytes:
    """The plan with so many duties that no screen holds them all."""
    head, rest = PLAN.split("1. Sở Nội vụ")
    duty = "Sở Nội vụ" + rest.split("\n")[0]
    lines = "\n".join(f"{number}. {duty}" for number in range(1, 13))
    return f"{head}{lines}\n{PLAN[PLAN.index('Nơi nhận') :]}".encode()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_group_is_taken_once_each_of_it_was_on_the_screen(
    site: Site, own_world: World, width: int
) -> None:
    """Before, the press leads to what was not seen yet, and decides nothing."""
    reading = read(own_world, data=long_plan())
    prove(*drafts_of(reading, "task"))
    with site.window("lan", width) as window:
        page = window.page
        page.goto(reverse("review_desk", args=[reading.pk]))
        tasks = page.locator("article.draft-task")
        group = page.locator(".draft-group", has=tasks.first).first
        button = group.locator("> p button[value^=accept_all]")
        tasks.first.locator(".draft-acts").scroll_into_view_if_needed()
        # Pressed from afar, as a key does it.
        button.evaluate("button => button.click()")
        expect(group.get_by_role("status")).to_contain_text("Còn mục chưa xem đến")
        expect(page.locator(".draft-now")).to_have_count(1)
        assert tasks.locator("nth=0").get_attribute("data-state") == "open"
        for task in tasks.all():
            task.locator(".draft-acts").scroll_into_view_if_needed()
            page.wait_for_timeout(60)
        button.click()
        expect(page.locator("article.draft-task[data-state=accepted]")).to_have_count(
            12
        )
        expect(button).to_have_count(0)


def test_a_group_is_taken_after_one_of_it_was_decided(
    site: Site, own_world: World
) -> None:
    """Its button names what is still open, in the versions that are now shown."""
    reading = read(own_world)
    with site.window("lan") as window:
        page = window.page
        page.goto(reverse("review_desk", args=[reading.pk]))
        group = page.locator(".draft-group").first
        page.keyboard.press("a")
        expect(page.locator("main")).to_contain_text("Đã xem 1 /")
        for draft in group.locator("article.draft").all():
            draft.locator(".draft-acts").scroll_into_view_if_needed()
            page.wait_for_timeout(60)
        page.keyboard.press("g")
        expect(group.locator("[data-state=open]")).to_have_count(0)
        assert not page.locator("#ban .alert").count()


def test_letters_pass_over_what_is_folded_away(site: Site, own_world: World) -> None:
    """From the head of the paper straight to its duties; opened, they stop there."""
    reading = read(own_world)
    with site.window("lan") as window:
        page = window.page
        page.goto(reverse("review_desk", args=[reading.pk]))
        drafts = page.locator(".draft-group").first.locator("article.draft")
        drafts.last.focus()
        page.keyboard.press("j")
        expect(page.locator("article.draft-task").first).to_be_focused()
