"""What the tests of the pages of lines share: a life with lines in it, and ways to send forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.measures.models import ContextEvent, Line, Wording
from ownwords.people.models import Person
from tests import factories as make


def at(route: str, person: Person, *ids: Any) -> str:
    """Return the address of a page of measures."""
    return reverse(f"measures:{route}", args=[person.id, *ids])


VOID = frozenset({"input", "br", "img", "link", "meta", "hr", "rect", "path", "circle", "source"})


class Part:
    """One element: its name, its attributes, and what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.children: list[Part | str] = []

    def walk(self) -> Iterator[Part]:
        """Yield this element and every one in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Part):
                yield from child.walk()

    @property
    def raw(self) -> str:
        """The text in it, as it stands."""
        return "".join(child if isinstance(child, str) else child.raw for child in self.children)

    @property
    def text(self) -> str:
        """The text in it, with single blanks."""
        return " ".join(self.raw.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Part("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Part(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Part(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            while len(self._open) > 1 and self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class Page:
    """The main part of a page: what it says, where it leads, what can be typed."""

    def __init__(self, answer: Any) -> None:
        self.status = answer.status_code
        reader = _Reader()
        reader.feed(answer.content.decode())
        self._main = next(part for part in reader.root.walk() if part.tag == "main")
        self.text = self._main.text

    def leads_to(self, address: str) -> bool:
        """Whether a link goes there."""
        return any(part.attributes.get("href") == address for part in self._main.walk())

    def texts(self, cls: str) -> list[str]:
        """Return what stands in each part with this class."""
        return [part.text for part in self._main.walk() if cls in part.attributes.get("class", "").split()]

    def part(self, id: str) -> tuple[str, str]:
        """Return the text and the classes of the part with this id; two blanks where there is none."""
        for part in self._main.walk():
            if part.attributes.get("id") == id:
                return part.text, part.attributes.get("class", "")
        return "", ""

    def value(self, name: str) -> str:
        """Return what a field holds."""
        part = next(part for part in self._main.walk() if part.attributes.get("name") == name)
        return part.raw.removeprefix("\n") if part.tag == "textarea" else part.attributes.get("value", "")

    def values(self, name: str) -> list[str]:
        """Return what can be chosen."""
        return [p.attributes["value"] for p in self._main.walk() if p.attributes.get("name") == name]

    def chosen(self, name: str) -> list[str]:
        """Return what is chosen."""
        named = [part for part in self._main.walk() if part.attributes.get("name") == name]
        return [part.attributes["value"] for part in named if "checked" in part.attributes]


def seen(client: Client, address: str, status: int = 200) -> Page:
    """Open a page and return its main part."""
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return Page(answer)


def day_of(on: date | None, name: str = "rated_on") -> dict[str, str]:
    """Return the three boxes of a day, as a browser sends them."""
    parts = ("", "", "") if on is None else (str(on.day), str(on.month), str(on.year))
    return {f"{name}_{part}": value for part, value in zip(("day", "month", "year"), parts, strict=True)}


def key() -> str:
    """Return the key of a form that has not been sent before."""
    return str(uuid4())


def reword(line: Line, words: str) -> Wording:
    """Give a line another wording."""
    number = line.wordings.count() + 1
    return Wording.objects.create(line=line, number=number, words=words, written_by=line.person.account)


def a_life(sam: Person, *, lines: int = 3, ratings: int = 6) -> list[Line]:
    """Make lines with ratings, one of them closed as reached, something that happened, and an ending of support."""
    today = timezone.localdate()
    made = []
    for number in range(lines):
        line = make.line(sam, f"Line number {number}", started_on=today - timedelta(days=400))
        for place in range(ratings):
            make.rating(line, place % 11, today - timedelta(days=300 - 20 * place))
        made.append(line)
    Line.objects.filter(pk=made[-1].pk).update(closed_on=today - timedelta(days=30), closed_as="reached")
    ContextEvent.objects.create(
        person=sam, written_by=sam.account, changed_by_id=sam.account_id, visibility="team",
        kind="housing", words="Moved to Elm Road", starts_on=today - timedelta(days=200),
    )  # fmt: skip
    return made
