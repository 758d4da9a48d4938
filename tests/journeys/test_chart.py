"""The chart over ten years in a real browser: checked for accessibility, wide and narrow, light and dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader
from playwright.sync_api import Browser, Page

from bench.measures_chart import ten_years
from tests.journeys.walking import AXE, AXE_RUN

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Chart</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{styles}</style></head>
<body><main class="nhsuk-width-container" id="maincontent"><h1>How it has been</h1>{chart}</main></body></html>"""
#: Pairs of texts of one picture whose boxes lie over each other.
OVERLAPS = """() => [...document.querySelectorAll("svg.ow-plot")].flatMap(svg => {
  const boxes = [...svg.querySelectorAll("text")]
    .map(t => [t.textContent, t.getBoundingClientRect()]).filter(b => b[1].width);
  return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
    .filter(([b, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 4 && q.top < p.bottom - 4)
    .map(([b]) => `${a} over ${b}`));
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("svg.ow-plot text")]
  .filter(t => t.getBoundingClientRect().width)
  .map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a))"""


@pytest.fixture(scope="module")
def chart_page(tmp_path_factory: Any) -> Path:
    """A page with the ten-year chart and the product's styles."""
    from ownwords.config.jinja_env import environment
    from ownwords.measures.presenters.chart_words import show

    folders = [ROOT / "ownwords" / room / "jinja2" for room in ("site", "measures")]
    source = '{% from "measures/chart/chart.html" import chart %}{{ chart(shown) }}'
    env = environment(autoescape=True, loader=FileSystemLoader(folders))
    styles = (ROOT / "ownwords" / "site" / "static" / "site" / "app.css").read_text(encoding="utf-8")
    path: Path = tmp_path_factory.mktemp("chart") / "index.html"
    path.write_text(PAGE.format(styles=styles, chart=env.from_string(source).render(shown=show(ten_years()))))
    return path


@pytest.fixture
def opened(browser: Browser, chart_page: Path, request: Any) -> Iterator[Page]:
    """The page at a width, light or dark."""
    width, dark = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(chart_page.as_uri())
    yield page
    context.close()


WAYS = [(1280, False), (1280, True), (700, False), (375, True), (320, False)]


@pytest.mark.parametrize("opened", WAYS, indirect=True)
def test_when_the_chart_is_opened_then_it_can_be_read(opened: Page) -> None:
    """WCAG 1.1.1, 1.4.3, 1.4.10: axe finds nothing, no sideways scroll, no text over text, none under 11 pixels."""
    opened.add_script_tag(path=AXE)
    assert opened.evaluate(AXE_RUN) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= opened.viewport_size["width"]  # type: ignore[index]
    assert opened.evaluate(OVERLAPS) == []
    assert opened.evaluate(SMALLEST) >= 11


@pytest.mark.parametrize("opened", [(320, False)], indirect=True)
def test_when_the_table_is_opened_by_keyboard_then_its_rows_are_there(opened: Page) -> None:
    """WCAG 2.1.1: every answer can be reached without a pointer; the page never scrolls sideways."""
    opened.locator(".ow-rows summary").first.focus()
    opened.keyboard.press("Enter")
    assert opened.locator(".ow-rows[open] tbody tr").first.is_visible()
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    opened.add_script_tag(path=AXE)
    assert opened.evaluate(AXE_RUN) == []
