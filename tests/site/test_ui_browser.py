"""The guide of all parts in a real browser: accessible, readable in light, dark and print, at 320 pixels,
and the comfort that scripts add.

Platform 3.2, requirements 3, 5, 6, 8 and 19; look and feel. Needs `make styles` and Chromium.
"""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.look import FRONTEND, environment
from tools import styleguide

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
AXE = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
DRAFT = """{% extends "site/layout.html" %}{% from "ui/fields.html" import draft_status %}{% block title
%}Draft{% endblock %}
{% block content %}<h1>Draft</h1><form method="post" action="/slow" data-draft data-draft-url="/draft" novalidate>
<label for="w">Words</label><textarea id="w" name="words"></textarea><input type="password" name="secret"
value="x" aria-label="Secret" autocomplete="off">
{{ draft_status() }}<button name="press" value="save">Save</button></form>{% endblock %}"""


class Desk(http.server.ThreadingHTTPServer):
    """A server of files that remembers what was posted."""

    posted: list[tuple[str, bytes]]
    answer = 204


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The guide, served with the product's own content policy."""
    folder = tmp_path_factory.mktemp("guide")
    styleguide.write(folder, environment_of_guide())
    frame = styleguide.page(session_seconds=122, stay_url="/stay", notices=())
    (folder / "draft.html").write_text(environment().from_string(DRAFT).render(page=frame, csrf_input=""))

    class Handler(http.server.SimpleHTTPRequestHandler):
        server: Desk

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(folder))

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def do_POST(self) -> None:
            self.server.posted.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(self.server.answer)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = Desk(("127.0.0.1", 0), Handler)
    server.posted = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def environment_of_guide() -> Any:
    """The environment with the guide's own page."""
    return styleguide.environment()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield found
        found.close()


def _open(
    browser: Browser,
    desk: Desk,
    place: str,
    width: int = 1200,
    scheme: str = "light",
    clock: bool = False,
    **options: Any,
) -> tuple[Page, list[str]]:
    page = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, **options
    ).new_page()  # type: ignore[arg-type]
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if "127.0.0.1" in request.url else said.append(request.url))
    if clock:
        page.clock.install()
    page.goto(f"http://127.0.0.1:{desk.server_port}/{place}.html")
    return page, said


@pytest.mark.parametrize(
    ("place", "width", "scheme"),
    [
        *(("index", width, scheme) for width in (1200, 320) for scheme in ("light", "dark")),
        ("kept", 320, "dark"),
        ("404", 320, "light"),
        ("draft", 320, "light"),
    ],
)
def test_every_part_is_accessible(browser: Browser, desk: Desk, place: str, width: int, scheme: str) -> None:
    """Axe finds nothing, nothing scrolls sideways, the console is silent, nothing leaves the machine
    (platform requirements 3, 5, 6 and 8).
    """
    page, said = _open(browser, desk, place, width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert said == []
    page.evaluate((FRONTEND / "node_modules" / "axe-core" / "axe.min.js").read_text())
    found = page.evaluate(AXE)["violations"]
    assert [(v["id"], [node["target"] for node in v["nodes"]]) for v in found] == []
    page.context.close()


def test_standing_targets_are_24_pixels_high(browser: Browser, desk: Desk) -> None:
    """WCAG 2.2, 2.5.8: links that stand alone, buttons and controls; links within a sentence are exempt."""
    page, _said = _open(browser, desk, "index", 320)
    small = page.evaluate("""[...document.querySelectorAll('a, button, summary, select, input:not([type=hidden])')]
        .filter(e => !e.closest('p') && !e.matches('.nhsuk-skip-link'))
        .filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.height < 24 || r.width < 24) })
        .map(e => e.outerHTML.slice(0, 80))""")
    assert small == []
    page.context.close()


def test_a_refused_form_puts_the_focus_on_its_summary_and_each_link_on_its_control(
    browser: Browser, desk: Desk
) -> None:
    """Focus lands on the summary although there is a notice too; each link focuses its field (platform 3.2)."""
    page, _said = _open(browser, desk, "index")
    assert page.title().startswith("Error: ")
    assert "nhsuk-error-summary" in page.evaluate("document.activeElement.className")
    for link in page.locator(".nhsuk-error-summary a").all():
        target = (link.get_attribute("href") or "#")[1:]
        link.click()
        assert page.evaluate("document.activeElement.id") == target
    page.context.close()


def test_the_pages_work_without_script(browser: Browser, desk: Desk) -> None:
    """Nothing is hidden that only a script could show (platform 3.2)."""
    page, _said = _open(browser, desk, "index", java_script_enabled=False)
    assert page.get_by_text("Help in a crisis").is_visible()
    assert page.get_by_role("button", name="Save").first.is_visible()
    page.context.close()


def test_print_is_black_on_white_and_leaves_out_what_can_only_be_pressed(
    browser: Browser, desk: Desk
) -> None:
    """Print styles for every page of the record, also from a dark screen (platform 3.2)."""
    page, _said = _open(browser, desk, "index", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    seen = page.evaluate("""(names) => Object.fromEntries(names.map(n => [n,
    getComputedStyle(document.querySelector(n)).display]))""",
                         [".ow-nav", ".nhsuk-button", ".ow-actions", ".ow-crisis", ".ow-said"])  # fmt: skip
    assert seen == {
        ".ow-nav": "none",
        ".nhsuk-button": "none",
        ".ow-actions": "none",
        ".ow-crisis": "block",
        ".ow-said": "block",
    }
    links = page.evaluate("[...document.links].map(a => getComputedStyle(a, '::after').content)")
    assert set(links) == {"none"}
    inks = page.evaluate("""[...document.querySelectorAll('main :is(p, h1, h2, blockquote, dt, dd, td), footer li')]
        .filter(e => e.offsetParent && !e.closest('.nhsuk-panel, .nhsuk-error-summary, form'))
        .map(e => getComputedStyle(e).color)
        .filter(c => Math.max(...c.match(/\\d+/g).slice(0, 3).map(Number)) > 0x60)""")
    assert inks == []
    page.context.close()


def test_typed_words_are_kept_every_eight_seconds_and_never_a_password(browser: Browser, desk: Desk) -> None:
    """At most ten seconds of typing can be lost (platform 19); the line says when; passwords stay out."""
    desk.posted.clear()
    page, said = _open(browser, desk, "draft", clock=True)
    page.fill("#w", "The allotment")
    assert desk.posted == []
    with page.expect_response("**/draft"):
        page.clock.run_for(8100)
    page.wait_for_function("document.querySelector('[data-draft-status]').textContent.startsWith('Kept at')")
    (path, body), *others = desk.posted
    assert path == "/draft"
    assert b"The allotment" in body
    assert b"secret" not in body
    assert others == []
    assert said == []
    page.context.close()


def _arrived(page: Page, desk: Desk, path: str) -> None:
    """Wait until something was posted to an address, however slow the machine; then a moment for a second one."""
    for _turn in range(100):
        if any(posted == path for posted, _body in desk.posted):
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(300)


def test_words_typed_just_before_leaving_are_kept(browser: Browser, desk: Desk) -> None:
    """Leaving the page sends what is not kept yet (platform 19)."""
    desk.posted.clear()
    page, _said = _open(browser, desk, "draft")
    page.fill("#w", "Last words")
    page.goto(f"http://127.0.0.1:{desk.server_port}/404.html")
    _arrived(page, desk, "/draft")
    assert [path for path, body in desk.posted if b"Last words" in body] == ["/draft"]
    page.context.close()


def test_a_draft_that_could_not_be_kept_says_so_and_is_tried_again(browser: Browser, desk: Desk) -> None:
    """A lost connection loses no words: they stay in the form, and the next try follows (refocus R16; nothing lost)."""
    desk.posted.clear()
    page, _said = _open(browser, desk, "draft", clock=True)
    desk.answer = 503
    page.fill("#w", "Again")
    with page.expect_response("**/draft"):
        page.clock.run_for(8100)
    page.wait_for_function(
        "document.querySelector('[data-draft-status]').textContent.startsWith('Not kept yet')"
    )
    desk.answer = 204
    with page.expect_response("**/draft"):
        page.clock.run_for(8100)
    page.wait_for_function("document.querySelector('[data-draft-status]').textContent.startsWith('Kept at')")
    assert len(desk.posted) == 2
    page.context.close()


def test_a_second_press_is_ignored_and_the_first_carries_its_button(browser: Browser, desk: Desk) -> None:
    """A double click sends once (nothing lost; F6), and the pressed button's value travels."""
    desk.posted.clear()
    page, _said = _open(browser, desk, "draft")
    page.fill("#w", "Once")
    page.get_by_role("button", name="Save").dblclick()
    _arrived(page, desk, "/slow")
    saves = [body for path, body in desk.posted if path == "/slow"]
    assert len(saves) == 1
    assert b"press=save" in saves[0]
    page.context.close()


def test_the_idle_box_warns_and_lets_you_stay(browser: Browser, desk: Desk) -> None:
    """Two minutes before the end: focus moves to the box; staying posts, hides it and gives the focus back
    (who is who).
    """
    desk.posted.clear()
    page, said = _open(browser, desk, "draft", clock=True)
    page.focus("#w")
    assert page.locator("#idle").is_hidden()
    page.clock.run_for(2100)
    assert page.locator("#idle").is_visible()
    with page.expect_response("**/stay"):
        page.get_by_role("button", name="Stay signed in").click()
    page.wait_for_function("document.getElementById('idle').hidden")
    assert page.evaluate("document.activeElement.id") == "w"
    assert [path for path, _body in desk.posted] == ["/stay"]
    assert said == []
    page.context.close()


def test_nothing_is_left_in_the_browser(browser: Browser, desk: Desk) -> None:
    """No sensitive data in browser storage (platform requirement 19; ASVS 14.3.3)."""
    page, _said = _open(browser, desk, "draft")
    page.fill("#w", "Private")
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    page.context.close()


def test_the_guide_is_made_of_plain_files(tmp_path: Path) -> None:
    """`tools/styleguide.py FOLDER` needs no server and no database."""
    styleguide.write(tmp_path, environment_of_guide())
    assert {"index.html", "kept.html", "404.html", "static"} <= {path.name for path in tmp_path.iterdir()}
