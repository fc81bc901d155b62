"""Every page at both widths: no serious fault, no fault of the browser, no overflow.

``PICTURES=1`` also writes a picture of each to var/pictures, to be looked at against
the ground rules: type, colour, words, place.
"""

import os
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from setup.places import HERE
from tests import readings
from tests.browser.sights import SIGHTS, STATES, Sight
from tests.browser.site import DESKTOP, PHONE, Site, Window
from tests.by_turns import HOW_MANY

pytestmark = pytest.mark.browser

SERIOUS = ("serious", "critical")
PICTURES = HERE.root / "var" / "pictures"
SIDEWAYS = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    (part) => part.getBoundingClientRect().right > room + 1);
  return wide.map((part) => part.outerHTML.slice(0, 80));
}"""
# A browser cuts the name in a file field itself, and lets no page change that.
CUT = """() => [...document.querySelectorAll(
  "main *:not([type=file])")].filter((part) => {
  const style = getComputedStyle(part);
  return style.textOverflow === "ellipsis" || style.textTransform === "uppercase";
}).map((part) => part.outerHTML.slice(0, 80))"""


def seen_by(who: str) -> list[Sight]:
    return [sight for sight in SIGHTS if sight.who == who]


def faults(page: Page) -> list[str]:
    """What axe finds that keeps somebody from using the page."""
    only = {"resultTypes": ["violations"]}
    found: Any = Axe().run(page, options=only).response["violations"]
    return [
        f"{rule['id']}: {node['html']} ({rule['help']})"
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


def keep_picture(page: Page, name: str) -> None:
    if os.environ.get("PICTURES") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def look(window: Window, site: Site, sight: Sight, width: int) -> list[str]:
    """All that is wrong with one sight."""
    page = window.page
    sight.go(page, site)
    keep_picture(page, f"{width}-{sight.name}")
    wrong = [*faults(page), *page.evaluate(CUT)]
    wrong += [f"sideways: {part}" for part in page.evaluate(SIDEWAYS)]
    return [f"{sight.name}: {what}" for what in wrong]


@HOW_MANY
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("who", sorted({sight.who for sight in SIGHTS}))
def test_no_page_keeps_anybody_out_or_runs_over_its_edge(
    site: Site, who: str, width: int, all_of_them: bool
) -> None:
    """Every page at one of the two widths; in the long run each at both."""
    turn = 0 if width == DESKTOP else 1
    sights = seen_by(who) if all_of_them else seen_by(who)[turn::2]
    with site.window(who, width) as window:
        wrong = [line for sight in sights for line in look(window, site, sight, width)]
    assert not wrong, "\n".join(wrong)


@HOW_MANY
@pytest.mark.parametrize("who", ["lan", "hanh"])
def test_english_words_do_not_run_over_the_edge_of_a_phone(
    site: Site, who: str, all_of_them: bool
) -> None:
    with site.window(who, PHONE) as window:
        window.page.goto("/don-vi/")
        window.page.get_by_role("button", name="English").click()
        for sight in seen_by(who)[:: 1 if all_of_them else 2]:
            if sight not in STATES:
                sight.go(window.page, site)
                keep_picture(window.page, f"{PHONE}-en-{sight.name}")
                assert not window.page.evaluate(SIDEWAYS), sight.name


def test_without_its_fonts_a_page_still_fits_a_phone(site: Site) -> None:
    with site.window("lan", PHONE) as window:
        window.page.route("**/*.woff2", lambda route: route.abort("aborted"))
        for sight in seen_by("lan"):
            if sight.name in ("desk", "plan", "tasks", "task_create", "organisation"):
                sight.go(window.page, site)
                assert not window.page.evaluate(SIDEWAYS), sight.name


def test_on_a_phone_a_row_says_each_word_of_its_columns(site: Site) -> None:
    with site.window("lan", PHONE) as window:
        page = window.page
        page.goto("/nhiem-vu/")
        row = page.locator("tbody tr").first
        said = [
            row.locator("> *")
            .nth(n)
            .evaluate("e => getComputedStyle(e, '::before').content")
            for n in range(5)
        ]
    assert [re.sub(r'"', "", word) for word in said] == [
        "Tình trạng", "Hạn", "none", "Chủ trì", "Kế hoạch",
    ]  # fmt: skip


def test_on_a_phone_the_main_action_stays_in_sight(site: Site) -> None:
    with site.window("lan", PHONE) as window:
        page = window.page
        page.goto(f"/ke-hoach/{site.world.plan.pk}/")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        expect(page.get_by_role("link", name="Thêm nhiệm vụ")).to_be_in_viewport()
        page.goto("/chuong-trinh/them/")
        expect(page.get_by_role("button", name="Lưu chương trình")).to_be_in_viewport()


def test_on_a_phone_the_bars_of_the_desk_do_not_lie_on_each_other(site: Site) -> None:
    """Confirming keeps the edge of the screen; the desk's own buttons scroll."""
    with site.window("lan", PHONE) as window:
        ready = readings.read(site.world)
        window.page.goto(reverse("review_desk", args=[ready.pk]))
        words = re.compile(r"^Xác nhận \d+ nhiệm vụ$")
        confirm = window.page.get_by_role("link", name=words)
        expect(confirm).to_be_in_viewport()
        for place in (0, 400, 2000):
            window.page.evaluate(f"window.scrollTo(0, {place})")
            # Pressing would fail if anything lay over it.
            confirm.click(trial=True, timeout=5_000)
        placed = "e => getComputedStyle(e).position"
        assert window.page.locator(".confirm-bar").evaluate(placed) == "static"


def test_a_printed_list_says_who_printed_it_and_when(site: Site) -> None:
    with site.window("lan") as window:
        page = window.page
        page.goto("/nhiem-vu/")
        head = page.get_by_text("Người in: Nguyễn Thị Lan")
        expect(head).to_be_hidden()
        page.emulate_media(media="print")
        expect(head).to_be_visible()
        expect(head).to_contain_text("In ngày 15/06/2026")
        expect(page.locator("nav.side")).to_be_hidden()
        expect(page.get_by_role("button", name="Lọc danh sách")).to_be_hidden()
