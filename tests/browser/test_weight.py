"""The first page is light: a commune's slow line carries it in a few seconds."""

import gzip

import pytest
from playwright.sync_api import Response

from tests.browser.site import DESKTOP, PHONE, Site

pytestmark = pytest.mark.browser

MOST = 150_000
# Fonts come compressed, and WhiteNoise compresses the other files; a page is not.
STATIC, FONT = "/tinh/", ".woff2"


def weight(answer: Response) -> int:
    body = answer.body()
    if STATIC in answer.url and not answer.url.endswith(FONT):
        return len(gzip.compress(body, 9))
    return len(body)


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("who", ["", "lan"])
def test_the_first_page_weighs_at_most_150_kilobytes_with_its_fonts(
    site: Site, width: int, who: str
) -> None:
    with site.window(who, width) as window:
        answers: list[Response] = []

        def heard(answer: Response) -> None:
            answers.append(answer)

        window.page.on("response", heard)
        window.page.goto("/ban-lam-viec/", wait_until="networkidle")
        parts = {a.url: weight(a) for a in answers if a.status == 200}
    assert any(url.endswith(FONT) for url in parts)
    assert sum(parts.values()) <= MOST, parts
