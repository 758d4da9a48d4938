"""The page about agreement says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from ownwords.inquiry.method.agreement.names import NAMES
from ownwords.inquiry.method.queries.kinds import Kind

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "inquiry-agreement.md").read_text(encoding="utf-8")


def test_the_example_gives_what_the_page_says() -> None:
    """inquiry 20: each line with a comment is worked out and compared with it."""
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    known: dict[str, object] = {}
    exec(example, known)
    said = re.findall(r"^(.+?)  # (\([^)]*\)|[\d.]+)", example, re.MULTILINE)
    assert len(said) == 4
    for line, value in said:
        found = eval(line, known)
        assert (round(found, 4) if isinstance(found, float) else found) == eval(value), line


def test_every_measure_and_every_way_of_meeting_is_on_the_page() -> None:
    """inquiry 14, 20: nothing is offered without its formula or definition."""
    for name in NAMES:
        short = name.removeprefix("krippendorff") if name != "krippendorff-nominal" else name
        assert f"`{short}`" in PAGE, name
    for kind in Kind:
        assert f"| `{kind}` |" in PAGE
