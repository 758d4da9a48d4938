"""What the page about these statistics shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "peers-statistics.md"


def test_the_example_runs_and_gives_what_it_says() -> None:
    """Every line of the example that ends in a comment has that value."""
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    names: dict[str, object] = {}
    checked = 0
    for part in code[1].split("\n\n"):
        exec(part, names)
        for line in part.splitlines():
            said, _, value = line.partition("  # ")
            if value:
                assert eval(said, names) == int(value)
                checked += 1
    assert checked == 2


def test_every_function_that_the_page_names_exists() -> None:
    """A name that was moved is mended where it is told of."""
    named = re.findall(r"`(\w+)\.(\w+)[`,]", PAGE.read_text(encoding="utf-8").split("## What ends")[0])
    assert len(named) >= 8
    for module, name in named:
        room = __import__(f"ownwords.peers.method.{module}", fromlist=[name])
        assert callable(getattr(room, name)), name
