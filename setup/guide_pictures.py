"""``python -m setup.guide_pictures ADDRESS``: the pictures of the guide, from the demo.

Run by hand beside ``make demo`` when pages change their look. The people and the
province in the pictures are the demo's, invented.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from setup.machine import find_browser

FOLDER = Path(__file__).parent.parent / "docs" / "guide" / "images"
# The demo's sign-in, as it prints it.
WHO, PASSWORD = "lan", "lam-khe-minh-hoa"  # printed on the screen
WIDTH, HEIGHT = 1280, 800


def main(address: str) -> int:
    """Sign in as lan and take each picture of the guide."""
    program = find_browser()
    if program is None:
        print("Không có Chromium / no Chromium: apt-get install chromium")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{address}/dang-nhap/")
        page.fill("[name=username]", WHO)
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        for name, take in PICTURES.items():
            take(page, address)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()
    return 0


def _receive(page: Page, address: str) -> None:
    page.goto(f"{address}/van-ban/nhan/")


def _desk(page: Page, address: str) -> None:
    """The reading that the demo leaves half decided."""
    page.goto(f"{address}/van-ban/")
    page.get_by_text("chờ xác nhận").first.wait_for()
    row = page.locator("tbody tr", has_text="chờ xác nhận").first
    row.get_by_role("link").first.click()
    page.get_by_role("link", name="bàn xác nhận").first.click()
    page.wait_for_load_state("networkidle")


def _plan(page: Page, address: str) -> None:
    page.goto(f"{address}/chuong-trinh/1/")
    page.locator('main a[href^="/ke-hoach/"]').first.click()
    page.wait_for_load_state("networkidle")


def _task(page: Page, address: str) -> None:
    """One that was accepted: its reports, its evidence, its source sentence."""
    page.goto(f"{address}/nhiem-vu/?han=done")
    page.locator('tbody a[href^="/nhiem-vu/"]').first.click()
    page.wait_for_load_state("networkidle")


def _review(page: Page, address: str) -> None:
    page.goto(f"{address}/bao-cao/")
    page.locator('tbody a[href^="/bao-cao/"]').first.click()
    page.wait_for_load_state("networkidle")


PICTURES = {
    "nhan-van-ban": _receive,
    "ban-xac-nhan": _desk,
    "ke-hoach": _plan,
    "nhiem-vu": _task,
    "bao-cao": _review,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"))
