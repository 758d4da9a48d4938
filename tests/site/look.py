"""What the tests of the look share: our macros without a server, HTML brought to one form, and the places of things."""

from __future__ import annotations

import functools
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
COMPONENTS = FRONTEND / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk" / "components"
STATIC = ROOT / "ownwords" / "site" / "static" / "site"
TEMPLATES = ROOT / "ownwords" / "site" / "jinja2"


@functools.cache
def environment() -> Environment:
    """The product's own environment over the templates of the site."""
    from ownwords.config.jinja_env import environment as build

    return build(autoescape=True, loader=FileSystemLoader(TEMPLATES))


@functools.cache
def macros() -> SimpleNamespace:
    """Every macro of ui/*.html by its name."""
    found: dict[str, object] = {}
    for name in ("forms", "parts", "fields", "words"):
        module = environment().get_template(f"ui/{name}.html").module
        found |= {key: value for key, value in vars(module).items() if not key.startswith("_")}
    return SimpleNamespace(**found)


class _Flat(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = sorted(
            (name, " ".join(sorted((value or "").split())) if name == "class" else value or "")
            for name, value in attrs
        )
        self.parts.append(("<", tag, repr(pairs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append((">", tag))

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words:
            self.parts.append(("text", words))


def normalised(html: str) -> list[tuple[str, ...]]:
    """Return tags, attributes and words of a piece of HTML, whatever its spacing and the order of its attributes."""
    parser = _Flat()
    parser.feed(html)
    parser.close()
    return parser.parts
