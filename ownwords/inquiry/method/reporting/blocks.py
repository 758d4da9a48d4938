"""A report as a list of blocks. A page, a file of HTML and a Word document are made of the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """Some words; ``link``: where the service shows what stands behind them. Files leave links out."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 2 to 5; ``anchor``: the name of its place."""

    text: str
    level: int = 2
    anchor: str = ""
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words one after the other; ``soft``: a remark rather than a statement."""

    parts: tuple[Words, ...]
    soft: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points."""

    points: tuple[Words, ...]
    kind: str = "listing"


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, letter for letter, and who it was."""

    words: str
    who: Words
    note: str = ""
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a header row; the first cell of each row is its header."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the words that say the same; ``drawing`` as `method.theme_map` makes it."""

    drawing: Any
    alt: str
    caption: str
    kind: str = "picture"


Block = Heading | Paragraph | Listing | Quote | Table | Picture


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: its title, what stands below it, and its blocks."""

    title: str
    below: str
    blocks: Sequence[Block]
    language: str = "en"

    @property
    def contents(self) -> list[Heading]:
        """The headings of the first level, which a table of contents names."""
        return [one for one in self.blocks if isinstance(one, Heading) and one.level == 2]


def paragraph(text: str, link: str = "", *, soft: bool = False) -> Paragraph:
    """Return a paragraph of one piece."""
    return Paragraph((Words(text, link),), soft)
