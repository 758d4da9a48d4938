"""Charts for tests: made from few words, rendered without a server, read with selectors."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import cssselect2
from django.template import engines

from ownwords.measures.method.chart.model import Panel, Point, spanning
from ownwords.measures.method.definitions import Direction, Given
from ownwords.measures.presenters.chart_words import show

TODAY = date(2026, 11, 16)
CHART = '{% from "measures/chart/chart.html" import chart %}{{ chart(shown) }}'
OUT = "getting out of the house"


def drawn(source: str, shown: Any) -> Element:
    """Render a macro and return what it makes; what we write closes every tag, so a strict reader will do."""
    html = engines["jinja2"].from_string(source).render({"shown": shown})
    return ElementTree.fromstring(f"<main>{html}</main>")


def pick(html: Element, selector: str) -> list[Element]:
    """Return the elements that a selector matches."""
    root = cssselect2.ElementWrapper.from_xml_root(html)
    return [found.etree_element for found in root.query_all(selector)]


def text(html: Element) -> str:
    """Return all words of an element, with single spaces."""
    return " ".join("".join(html.itertext()).split())


def points(*given: tuple[str, float | Given]) -> tuple[Point, ...]:
    """Answers from pairs of a day and a number or a reason why there is none."""
    return tuple(
        Point(date.fromisoformat(on), None, what)
        if isinstance(what, Given)
        else Point(date.fromisoformat(on), what)
        for on, what in given
    )


def line(given: tuple[Point, ...], **more: Any) -> Panel:
    """A personal line from 0 to 10 where higher is better, unless told otherwise."""
    values: dict[str, Any] = {"id": "line", "heading": OUT, "direction": Direction.UP, "low": 0, "high": 10}
    return Panel(**(values | {"points": given} | more))


def one(panel: Panel, person: str | None = None) -> Any:
    """One panel in words."""
    return show(spanning([panel], today=TODAY), person=person).panels[0]


def every_year(count: int, value: float = 2) -> tuple[Point, ...]:
    """Answers 26 days apart from March 2020 that begin with 2 and end with 6."""
    middle = tuple(Point(date(2020, 3, 1) + timedelta(days=26 * n), value) for n in range(count - 1))
    return (*middle, Point(date(2026, 11, 1), 6))
