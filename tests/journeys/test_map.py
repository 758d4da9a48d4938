"""The map, drawn three ways: by keyboard alone, by taps without dragging, and with scripts off; and by dragging too."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.test_keyboard import step_to
from tests.journeys.walking import Walk

LISTED = """() => Object.fromEntries([...document.querySelectorAll("[id^=item-].ow-map-item")].map(row =>
  [row.id.slice(5), row.querySelector("input[name=ring]:checked").value]))"""
DRAWN = """() => {
  const rings = [...document.querySelectorAll("[data-ring]")].sort((a, b) => a.r.baseVal.value - b.r.baseVal.value);
  return Object.fromEntries([...document.querySelectorAll("[data-item]")].map(mark => {
    const hit = mark.querySelector("rect");
    const [cx, cy] = [rings[0].cx.baseVal.value, rings[0].cy.baseVal.value];
    const [x, y] = [hit.x.baseVal.value + 32 - cx, hit.y.baseVal.value + 14 - cy];
    const ring = rings.find(one => Math.hypot(x, y) <= one.r.baseVal.value);
    return [mark.dataset.item, ring ? ring.dataset.ring : "none"];
  }));
}"""


def _map(walked: Walk) -> str:
    """Sign in as the person and open their map; return its address."""
    walked.sign_in_as("demo-person").follow("My map").then_the_baseline_is_met()
    return walked.page.url.removeprefix(walked.service)


def _row(walked: Walk, name: str) -> Locator:
    return walked.page.locator(".ow-map-item").filter(
        has=walked.page.get_by_role("link", name=name, exact=True)
    )


def _open(walked: Walk, name: str) -> Locator:
    """Open everything that can be done with a row; return the row."""
    row = _row(walked, name)
    if row.locator("details").get_attribute("open") is None:
        row.locator("summary").click()
    return row


def _ring(walked: Walk, name: str) -> str:
    """Return the ring of something as the list says, after holding the drawing to the same."""
    if walked.scripts:
        assert walked.page.evaluate(LISTED) == walked.page.evaluate(DRAWN)
    chosen = _row(walked, name).locator("input[name=ring]:checked").get_attribute("value")
    assert chosen is not None
    return chosen


def _add(walked: Walk, name: str) -> None:
    walked.page.get_by_label("Add somebody or something").fill(name)
    walked.press("Add", exact=True).sees(f"{name} is on the map, not placed yet.").then_the_baseline_is_met()


@pytest.mark.parametrize("width", [320, 1200])
def test_given_scripts_off_when_a_person_draws_then_every_action_is_a_form(
    walk: Callable[..., Walk], width: int
) -> None:
    """connecting R5 (c): add, move, link, unlink, change, end, take up again, take off, put back, undo."""
    sam = walk(width=width, scripts=False)
    home = _map(sam)
    one, other = f"Auntie {uuid4().hex[:6]}", f"Pier {uuid4().hex[:6]}"
    _add(sam, one)
    _add(sam, other)
    assert _ring(sam, one) == "none"
    _open(sam, one).get_by_label("Middle").check()
    _row(sam, one).get_by_role("button", name="Move").click()
    sam.sees(f"{one} moved to the middle ring.").then_the_baseline_is_met()
    assert _ring(sam, one) == "2"
    _row(sam, one).get_by_role("button", name="Further in").click()
    sam.sees(f"{one} moved to the inner ring.")
    _open(sam, one).get_by_role("link", name="Links").click()
    sam.then_the_baseline_is_met().follow("Leave it as it was").go(home)
    expect(_row(sam, one).get_by_text("Linked to:")).to_have_count(0)
    _open(sam, one).get_by_role("link", name="Links").click()
    sam.choose(other).press("Keep these links").then_the_baseline_is_met()
    expect(_row(sam, one).get_by_text("Linked to:")).to_be_visible()
    _open(sam, one).get_by_role("link", name="Links").click()
    sam.page.get_by_label(other).uncheck()
    sam.press("Keep these links")
    expect(_row(sam, one).get_by_text("Linked to:")).to_have_count(0)
    _open(sam, one).locator(".ow-actions").get_by_role("link", name="Change").click()
    sam.then_the_baseline_is_met().choose("a person").press("Save").then_the_baseline_is_met()
    _open(sam, other).get_by_role("link", name="It is over").click()
    sam.then_the_baseline_is_met().choose("we drifted apart").press("It is over").then_the_baseline_is_met()
    expect(_row(sam, other)).to_have_count(0)
    sam.follow("No longer on the map").then_the_baseline_is_met()
    sam.page.locator("article", has_text=other).get_by_role("button", name="Take it up again").click()
    sam.sees(f"{other} is on the map again.").go(home)
    _open(sam, other).get_by_role("button", name="Take off the map").click()
    sam.sees(f"{other} is off the map.").then_the_baseline_is_met()
    sam.press(f"Undo: took {other} off the map").sees("Undone.").then_the_baseline_is_met()
    expect(_row(sam, other)).to_have_count(1)


def test_given_a_keyboard_alone_when_a_person_moves_and_undoes_then_the_focus_stays_and_it_is_said(
    walk: Callable[..., Walk],
) -> None:
    """connecting R5 (a); WCAG 2.1.1, 4.1.3: keys alone, announced politely, list and drawing agree after each."""
    sam = walk()
    home = _map(sam)
    name = f"Nan {uuid4().hex[:6]}"
    step_to(sam, "Add somebody or something")
    sam.page.keyboard.type(name)
    sam.page.keyboard.press("Enter")
    sam.sees(f"{name} is on the map, not placed yet.").then_the_baseline_is_met()
    item = _row(sam, name).get_attribute("id")
    assert item is not None
    sam.page.locator(f"#{item} summary").focus()
    sam.page.keyboard.press("Enter")
    sam.page.locator(f"#{item} input[value=none]").focus()
    sam.page.keyboard.press("ArrowLeft")
    sam.page.keyboard.press("ArrowLeft")
    sam.page.keyboard.press("Tab")
    sam.page.keyboard.press("Enter")
    status = sam.page.locator("[role=status][data-map-status]")
    expect(status).to_have_text(f"{name} moved to the middle ring.")
    assert _ring(sam, name) == "2"
    assert sam.page.evaluate("() => document.activeElement.id") == f"move-{item.removeprefix('item-')}"
    sam.then_the_baseline_is_met()
    sam.page.locator(f"#in-{item.removeprefix('item-')}").focus()
    sam.page.keyboard.press("Enter")
    expect(status).to_have_text(f"{name} moved to the inner ring.")
    assert _ring(sam, name) == "1"
    sam.page.locator("#map-undo").focus()
    sam.page.keyboard.press("Enter")
    expect(status).to_have_text("Undone.")
    assert _ring(sam, name) == "2"
    sam.page.keyboard.press("Enter")
    expect(sam.page.locator("#map-undo")).to_have_text(re.compile("^Undo: added"))
    assert _ring(sam, name) == "none"
    sam.go(home).then_the_baseline_is_met()


def _point(walked: Walk, ring: int) -> tuple[float, float]:
    """Return a point on the screen in a ring, to the right of the middle."""
    found = walked.page.evaluate(
        """ring => {
          const svg = document.querySelector("[data-map-drawing]");
          const all = [...svg.querySelectorAll("[data-ring]")].sort((a, b) => a.r.baseVal.value - b.r.baseVal.value);
          const edges = [58, ...all.map(one => one.r.baseVal.value)];
          const half = (edges[ring - 1] + edges[ring]) / 2;
          const at = new DOMPoint(all[0].cx.baseVal.value + half, all[0].cy.baseVal.value);
          const seen = at.matrixTransform(svg.getScreenCTM());
          return [seen.x, seen.y];
        }""",
        ring,
    )
    return float(found[0]), float(found[1])


def test_given_taps_without_dragging_when_something_is_picked_then_a_ring_then_it_moves(
    walk: Callable[..., Walk],
) -> None:
    """connecting R5 (b); WCAG 2.5.7: single presses in the drawing; what is picked can be let go."""
    sam = walk()
    _map(sam)
    name = f"Bo {uuid4().hex[:6]}"
    _add(sam, name)
    status = sam.page.locator("[data-map-status]")
    mark = sam.page.locator(f'[data-name="{name}"]')
    mark.scroll_into_view_if_needed()
    mark.locator("rect").click()
    expect(status).to_have_text(re.compile(f"{name} is picked"))
    sam.then_the_baseline_is_met()
    sam.page.keyboard.press("Escape")
    expect(status).to_have_text("Nothing is picked.")
    assert _ring(sam, name) == "none"
    mark.locator("rect").click()
    sam.page.locator("[data-map-drawing]").scroll_into_view_if_needed()
    sam.page.mouse.click(*_point(sam, 3))
    expect(status).to_have_text(f"{name} moved to the outer ring.")
    assert _ring(sam, name) == "3"
    sam.then_the_baseline_is_met()


def test_given_a_mouse_when_something_is_dragged_then_it_stands_where_it_was_dropped(
    walk: Callable[..., Walk],
) -> None:
    """connecting 3.1, 4: dragging is comfort; the ring under it shows itself, and list and drawing agree after it."""
    sam = walk()
    _map(sam)
    name = f"Cy {uuid4().hex[:6]}"
    _add(sam, name)
    sam.page.set_viewport_size({"width": 1200, "height": 1500})
    mark = sam.page.locator(f'[data-name="{name}"]')
    sam.page.locator("[data-map-drawing]").scroll_into_view_if_needed()
    box = mark.locator("rect").bounding_box()
    assert box is not None
    sam.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    sam.page.mouse.down()
    sam.page.mouse.move(*_point(sam, 2), steps=5)
    expect(sam.page.locator(".ow-map-ring--over")).to_have_count(1)
    sam.page.mouse.up()
    expect(sam.page.locator("[data-map-status]")).to_have_text(f"{name} moved to the middle ring.")
    assert _ring(sam, name) == "2"
    sam.then_the_baseline_is_met()


@pytest.mark.parametrize(("width", "dark"), [(375, False), (1200, True)])
def test_given_a_map_then_copies_measures_and_who_draws_meet_the_baseline(
    walk: Callable[..., Walk], width: int, dark: bool
) -> None:
    """connecting R6, R17: keeping a copy, comparing, measures on request; on a telephone and in the dark."""
    sam = walk(width=width, dark=dark)
    home = _map(sam)
    _add(sam, f"Dee {uuid4().hex[:6]}")
    sam.follow("Dated copies").then_the_baseline_is_met()
    sam.press("Keep a copy of the map as it is today").then_the_baseline_is_met()
    sam.press("Keep a copy", exact=True).sees("Kept, with today’s date.").then_the_baseline_is_met()
    sam.page.locator("article a").first.click()
    sam.then_the_baseline_is_met().follow("Compare with the map as it is now").sees("Nothing differs.")
    sam.then_the_baseline_is_met()
    for words in ("Measures of this map", "Who draws this map", "Suggestions", "Add several at once"):
        sam.go(home).follow(words).then_the_baseline_is_met()


def test_given_a_worker_then_they_see_no_press_and_suggest_instead(walk: Callable[..., Walk]) -> None:
    """connecting R1: what a worker can do is said, and the person answers."""
    sam = walk()
    home = _map(sam)
    name = f"Choir {uuid4().hex[:6]}"
    # The worker Josie was asked to draw; the lead was not.
    worker = walk().sign_in_as("demo-team-lead").go(home).then_the_baseline_is_met()
    expect(worker.page.get_by_role("button", name="Move")).to_have_count(0)
    worker.go(f"{home}add/").sees("This map is not yours to change").then_the_baseline_is_met()
    worker.follow("Suggest something").then_the_baseline_is_met()
    worker.write("Nickname or initials", name).press("Suggest it").sees(
        "Suggested."
    ).then_the_baseline_is_met()
    sam.go(home).sees(name).then_the_baseline_is_met()
    sam.page.locator("section", has_text=name).get_by_role("button", name="Yes, put it on my map").click()
    sam.sees(f"{name} is on the map, not placed yet.").then_the_baseline_is_met()
