"""Hostile requests: every route, every role, fields filled from a corpus of what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from random import Random
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

CORPUS: tuple[str, ...] = (
    "",
    " ",
    "\t\n\r\n",
    "x" * 100_000,
    "I want my own front door.",
    "🌊🧑🏾‍🦽🏳️‍🌈 e\u0301\u0302\u0303 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "שלום עולם \u202eevil\u202c مرحبا",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7}",
    "'; DROP TABLE record_entry; --",
    "a\x00b",
    "\ufeff\u200b\u2028\u2029\ufffe",
    "31/2/2026",
    "2026-02-31",
    "0000-00-00",
    "99999-12-31",
    "-1",
    "11",
    "1e309",
    "NaN",
    "٣",
    "10000000000000000000000000",
    "../../../etc/passwd",
    "http://example.org/",
    "%00%ff%c0%af",
    "null",
    "[]",
    '{"a": [1, {"b": null}]}',
    "team",
    "me",
    "person",
    "kept",
    "goal",
    "on",
    "943 476 5919",
    "& | ! ( ) :* <-> 'unclosed \"quote",
)
METHODS = ("GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH")


class FieldNames(HTMLParser):
    """Collects the names of a page's form fields, each with the values it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field."""
        values = dict(attrs)
        name = values.get("name")
        if tag in ("input", "textarea", "select", "button") and name and name != "csrfmiddlewaretoken":
            self.found.setdefault(name, []).append(values.get("value") or "")


def field_names(html: str) -> dict[str, list[str]]:
    """Return name -> offered values of every form field of a page."""
    parser = FieldNames()
    parser.feed(html)
    return parser.found


@dataclass(frozen=True)
class Shot:
    """One request of the storm, repeatable."""

    viewer: str
    method: str
    url: str
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.url} as {self.viewer} with { {k: str(v)[:60] for k, v in self.data.items()} }"


def value(random: Random, offered: list[str], ids: list[str]) -> Any:
    """Return one value for one field: what the page offers, an id of somebody else, or something hostile."""
    dice = random.random()
    if offered and dice < 0.35:
        return random.choice(offered)
    if dice < 0.5:
        return random.choice([*ids, str(uuid4())])
    if dice < 0.53:
        return SimpleUploadedFile("évil\x00.csv", b"\xff\xfe\x00" * random.randrange(1, 4000))
    if dice < 0.6:
        return [random.choice(CORPUS) for _ in range(random.randrange(2, 40))]
    return random.choice(CORPUS)


def data(random: Random, fields: dict[str, list[str]], ids: list[str]) -> dict[str, Any]:
    """Return hostile form data: most known fields, sometimes unknown ones, sometimes hundreds."""
    chosen = {name: value(random, offered, ids) for name, offered in fields.items() if random.random() < 0.85}
    if random.random() < 0.05:
        chosen.update({f"unknown{number}": "x" for number in range(random.choice((3, 700)))})
    return chosen
