"""The drawing of a map: the same rows as the list, with places from the method and every word from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ownwords.connections.method.drawing import SHAPES, Drawing, Entry, Mark, draw, outline
from ownwords.connections.method.drawing_text import fitted
from ownwords.connections.method.network import What as Sort
from ownwords.connections.models import Helps, Relation, What
from ownwords.connections.presenters.maps import (
    Standing,
    count_words,
    helps_words,
    name_of,
    ring_names,
    ring_words,
)
from ownwords.connections.queries.maps import Pair

# A telephone shows the drawing whole, so its letters are this large, in its own units. A wider drawing scrolls.
SMALL = 22.0
WIDE = 800.0
HARMING = (Helps.HARMS, Helps.BOTH)


@dataclass(frozen=True, slots=True)
class Marked:
    """One item in the drawing. `tip` is read on hovering; `version` goes along when it is moved.

    `short` is the name as it fits where the drawing is small and its letters are therefore drawn larger.
    """

    mark: Mark
    short: str
    tip: str
    version: int
    harms: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """One line of the key: an outline and what it stands for."""

    path: str
    words: str
    harms: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the template of the drawing needs."""

    drawing: Drawing
    marks: tuple[Marked, ...]
    rings: tuple[tuple[int, str], ...]
    me: str
    title: str
    described: str
    key: tuple[Shape, ...]

    @property
    def is_wide(self) -> bool:
        """Whether so much stands in it that a small screen cannot show it whole with letters that can be read."""
        return self.drawing.width > WIDE


def picture(items: Sequence[Standing], links: Iterable[Pair], *, me: str, title: str) -> Picture:
    """Return the drawing of a map, now or as it was."""
    entries = [
        Entry(
            str(item.id),
            name_of(item.words),
            Sort(item.what) if item.what else None,
            item.ring,
            item.angle,
            _note(item),
        )
        for item in items
    ]
    drawing = draw(entries, [(str(one), str(other)) for one, other in links])
    marks = tuple(
        Marked(
            mark,
            fitted(name_of(item.words), SMALL),
            _tip(item),
            getattr(item, "version", 0),
            item.helps in HARMING,
        )
        for mark, item in zip(drawing.marks, items, strict=True)
    )
    names = ring_names()
    return Picture(
        drawing=drawing,
        marks=marks,
        rings=tuple((circle.ring, names[circle.ring]) for circle in drawing.rings),
        me=me,
        title=title,
        described=f"{count_words(items)} {_rings_told(items)}".strip(),
        key=_key(items),
    )


def _note(item: Standing) -> str:
    return str(Relation(item.relations[0]).label) if item.relations else ""


def _tip(item: Standing) -> str:
    said = [str(What(item.what).label)] if item.what else []
    said += [helps_words(item.helps)] if item.helps else []
    return ", ".join([name_of(item.words), *said, ring_words(item.ring)])


def _rings_told(items: Sequence[Standing]) -> str:
    """Return each ring with the names in it: what the drawing shows, in one sentence a ring."""
    told = []
    for ring, words in [*ring_names().items(), (None, _("Not placed"))]:
        names = [name_of(item.words) for item in items if item.ring == ring]
        told += [f"{words}: {', '.join(names)}."] if names else []
    return " ".join(told)


def _key(items: Sequence[Standing]) -> tuple[Shape, ...]:
    """Return what the shapes mean, as far as they are in this drawing."""
    present = {item.what for item in items}
    found = [
        Shape(outline(SHAPES[sort], 12, 12), str(What(sort.value).label))
        for sort in Sort
        if sort.value in present
    ]
    found += [Shape(outline(SHAPES[None], 12, 12), _("kind not said"))] if "" in present else []
    if any(item.helps in HARMING for item in items):
        found.append(Shape(outline("circle", 12, 12), _("broken line: it harms"), harms=True))
    return tuple(found)
