"""The house served on this machine, and a browser's window onto it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

from phoihop.accounts.models import User
from tests.factories import World

DESKTOP, PHONE = 1280, 390
HEIGHTS = {DESKTOP: 800, PHONE: 844}


@dataclass
class Site:
    """The served house: where it is, what is in it, and windows onto it."""

    root: str
    world: World
    browser: Browser

    def window(self, who: str = "", width: int = DESKTOP, **how: Any) -> "Window":
        """A window of a person who has signed in already; "" has not."""
        size = ViewportSize(width=width, height=HEIGHTS[width])
        context = self.browser.new_context(
            base_url=self.root, viewport=size, locale="vi-VN", **how
        )
        if who:
            context.add_cookies([self._session(who)])
        return Window(context)

    def _session(self, who: str) -> Any:
        client = Client()
        client.force_login(User.objects.get(username=who))
        return {
            "name": "phien",
            "value": client.cookies["phien"].value,
            "url": self.root,
        }


@dataclass
class Window:
    """One window: its page, and all that went wrong in it."""

    context: BrowserContext
    wrong: list[str] = field(default_factory=list)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", self._failed)
        # A breach of the page's policy is reported here as well.
        self.page.on("console", lambda said: self._heard(said.type, said.text))

    def _failed(self, asked: Request) -> None:
        # What was still on its way when the page was left is no fault.
        if asked.failure != "net::ERR_ABORTED":
            self.wrong.append(f"{asked.url}: {asked.failure}")

    def _heard(self, kind: str, text: str) -> None:
        # A refusal is an answer of 4xx on purpose, which the browser reports.
        if kind in ("error", "warning") and "the server responded with" not in text:
            self.wrong.append(f"{kind}: {text}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.context.close()
        if error is None:
            assert not self.wrong, "\n".join(self.wrong)


@contextmanager
def served() -> Iterator[str]:
    """Django's own server in a thread, with its static files; gives its address."""
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error is not None:
        raise thread.error
    try:
        yield f"http://127.0.0.1:{thread.port}"
    finally:
        thread.terminate()
