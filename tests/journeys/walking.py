"""A walk through the service in a browser, with the baseline that every page must meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """async () => {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html).join(" | "));
}"""
# A browser reports a page that was refused on purpose as an error of its own; these are answers we meant to give.
MEANT = ("status of 401", "status of 403", "status of 404", "status of 409", "status of 422", "status of 429")
MEANT += ("Clear-Site-Data header on",)  # Chromium says what it has cleared


class Walk:
    """One person's way through the service: a browser context, its page, and what it has met on the way."""

    def __init__(self, service: str, context: BrowserContext, *, scripts: bool) -> None:
        self.service = service
        self.context = context
        self.scripts = scripts
        self.strangers: list[str] = []
        self.messages: list[str] = []
        self.page: Page = self.new_tab()

    def new_tab(self) -> Page:
        """Open another tab of the same browser."""
        page = self.context.new_page()
        page.on("request", self._note_request)
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.set_default_timeout(15_000)
        return page

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.service).netloc:
            self.strangers.append(request.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if not any(meant in message.text for meant in MEANT):
            self.messages.append(f"{message.type}: {message.text}")

    def go(self, path: str = "/") -> Walk:
        """Open an address of the service."""
        self.page.goto(self.service + path)
        return self

    def sign_in_as(self, signin_name: str) -> Walk:
        """Sign in on the demonstration's page, with one press."""
        self.go("/demonstration/")
        self.page.locator(f'form:has(input[value="{signin_name}"]) button').first.click()
        return self

    def press(self, text: str, *, exact: bool = False) -> Walk:
        """Press the button with these words."""
        self.page.get_by_role("button", name=text, exact=exact).first.click()
        return self

    def follow(self, text: str, *, exact: bool = False) -> Walk:
        """Follow the link with these words."""
        self.page.get_by_role("link", name=text, exact=exact).first.click()
        return self

    def write(self, label: str, words: str) -> Walk:
        """Type into the field with this label."""
        self.page.get_by_label(label).first.fill(words)
        return self

    def choose(self, label: str) -> Walk:
        """Choose the radio or checkbox with this label."""
        self.page.get_by_label(label).first.check()
        return self

    def sees(self, words: str) -> Walk:
        """Expect these words on the page."""
        expect(self.page.get_by_text(words).first).to_be_visible()
        return self

    def main(self) -> Locator:
        """The main part of the page."""
        return self.page.locator("main")

    def then_the_baseline_is_met(self) -> Walk:
        """Hold the page to what every page must be (platform 3, 5, 6, 8; look and feel)."""
        assert self.page.locator("h1").count() == 1, f"{self.page.url} has no single h1"
        assert self.page.title().strip(), f"{self.page.url} has no title"
        assert self.page.locator("#crisis-heading").count() == 1, f"{self.page.url} has no help in a crisis"
        if self.scripts:
            self._check_scroll()
            self.check_axe()
        assert self.strangers == [], f"requests to other hosts: {self.strangers}"
        assert self.messages == [], f"messages in the console: {self.messages}"
        return self

    def _check_scroll(self) -> None:
        wide: Any = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide} pixels"

    def check_axe(self) -> None:
        """Expect no violation from axe."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        violations = self.page.evaluate(AXE_RUN)
        assert violations == [], f"{self.page.url}: {violations}"

    def end(self) -> None:
        """Close the browser context."""
        self.context.close()
