"""What the documentation says is so."""

from __future__ import annotations

import importlib
import re
from datetime import timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
CHOICE = re.compile(r"^\| [^|]+ \| (\d+)(?: days)? \| `([\w.]+)\.([A-Z_]+)` \|", re.MULTILINE)
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def text(page: Path) -> str:
    """Return a page's words."""
    return page.read_text(encoding="utf-8")


def test_numbers_that_were_chosen_are_those_of_the_program() -> None:
    """DESIGN 3: what is decided can be read, and holds."""
    rows = CHOICE.findall(text(DOCS / "choices.md"))
    assert len(rows) >= 8
    for value, module, name in rows:
        held = getattr(importlib.import_module(module), name)
        assert (held.days if isinstance(held, timedelta) else held) == int(value), name


def test_every_list_kept_as_data_is_explained() -> None:
    """refocus R21: a list with its source, also for those who read no TOML."""
    words = text(DOCS / "choices.md")
    files = sorted(ROOT.glob("ownwords/*/data/**/*.toml"))
    files = [path for path in files if "demo" not in path.parts]
    names = [str(path.relative_to(ROOT)) for path in files]
    assert len(names) >= 14
    without = [name for name in names if name not in words and str(Path(name).parent) + "/`" not in words]
    assert without == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_link_leads_nowhere(page: Path) -> None:
    """Pictures are made by a script from the running demonstration, so only links to texts are followed here."""
    targets = [target for picture, target in LINK.findall(text(page)) if not picture and "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_files_and_commands_that_a_page_names_exist() -> None:
    """A name that was moved is mended where it is told of."""
    named = {
        name for page in PAGES for name in re.findall(r"`(ownwords/[\w/.-]+|tools/[\w/.-]+\.py)`", text(page))
    }
    assert len(named) > 10
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
