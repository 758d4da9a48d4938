"""A map is taken away as a file, another is brought in, and what was brought is taken off again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.connections.method.test_exchange_uploads import zipped
from tests.journeys.walking import Walk

GRAPHS = (
    '<graphml><key id="n" for="node" attr.name="name"/><graph id="one"><node id="1"><data key="n">{0} A</data></node>'
    '</graph><graph id="two"><node id="1"><data key="n">{0} B</data></node></graph></graphml>'
)


@pytest.mark.parametrize(("width", "scripts"), [(1200, True), (320, True), (320, False)])
def test_given_a_file_when_it_is_looked_at_then_it_comes_in_only_after_a_yes_and_goes_again_as_a_whole(
    walk: Callable[..., Walk], tmp_path: Path, width: int, scripts: bool
) -> None:
    """connecting R5, R23: without scripts and on a small screen as well; every page of the way is accessible."""
    sam = walk(width=width, scripts=scripts).sign_in_as("demo-person").follow("My map")
    home = sam.page.url.removeprefix(sam.service)
    name = f"N{uuid4().hex[:6]}"
    sam.follow("Bring a map in from a file").then_the_baseline_is_met()
    sam.press("Look at what it holds").sees("There is a problem").then_the_baseline_is_met()
    sam.page.get_by_label("The file").set_input_files(
        {"name": "bad.csv", "mimeType": "text/csv", "buffer": b"egoID,alterID,ring\n1,a,9\n"}
    )
    sam.press("Look at what it holds").sees("line 2, column ring").then_the_baseline_is_met()
    graphs = tmp_path / "two.graphml"
    graphs.write_text(GRAPHS.format(name))
    sam.page.get_by_label("The file").set_input_files(graphs)
    sam.press("Look at what it holds").sees("This file holds several maps").then_the_baseline_is_met()
    sam.press("Look at it").sees("There is a problem").then_the_baseline_is_met()
    sam.choose("All 2, side by side").press("Look at it")
    sam.sees("2 on the map").then_the_baseline_is_met()
    sam.press("Put all of it on the map").sees(
        "What the file holds is on the map."
    ).then_the_baseline_is_met()
    expect(sam.main().get_by_role("link", name=f"{name} B", exact=True)).to_have_count(1)
    again = zipped({"items.csv": f"egoID,alterID,name\n1,a,{name} A\n1,b,{name} C\n".encode()})
    sam.follow("Bring a map in from a file").page.get_by_label("The file").set_input_files(
        {"name": "again.zip", "mimeType": "application/zip", "buffer": again}
    )
    sam.press("Look at what it holds").sees("this name stands on the map already").then_the_baseline_is_met()
    sam.press("Put all of it on the map").sees("There is a problem").then_the_baseline_is_met()
    sam.choose("Leave them out").press("Put all of it on the map").go(f"{home}import/")
    sam.then_the_baseline_is_met()
    for _ in range(2):
        sam.press("Take all of it off the map").then_the_baseline_is_met()
    sam.go(home)
    expect(sam.main().get_by_role("link", name=name)).to_have_count(0)


def test_given_a_map_when_it_is_taken_away_by_keyboard_then_the_file_is_saved_under_a_name_of_nobody(
    walk: Callable[..., Walk],
) -> None:
    """connecting R5, R23: every step by keyboard; the name of the file says a day and no name."""
    sam = walk().sign_in_as("demo-person").follow("My map")
    sam.follow("Take the map away as a file").then_the_baseline_is_met()
    sam.page.get_by_label("GraphML").focus()
    sam.page.keyboard.press("Space")
    sam.page.keyboard.press("Tab")
    with sam.page.expect_download() as saved:
        sam.page.keyboard.press("Enter")
    assert saved.value.suggested_filename.startswith("my-map-20")
    assert saved.value.suggested_filename.endswith(".graphml")
    sam.then_the_baseline_is_met()
