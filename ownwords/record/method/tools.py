"""The packaged definitions of the record's tools, read once and checked on reading.

>>> coaching("neutral-five-steps").steps[0].title
'Look'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import resources
from typing import TypeVar

from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.record.method import definitions
from ownwords.record.method.definitions import (
    CoachingTemplate,
    Goals,
    Provenance,
    Strengths,
    Tags,
    Tool,
    ValuesAndPreferences,
)

Built = TypeVar("Built")

#: Offered first; the others follow by title.
FIRST_TEMPLATE = "neutral-five-steps"
_DATA = "ownwords.record.data"


def _packaged(name: str, parse: Callable[[str, str], Built]) -> Built:
    text = resources.files(_DATA).joinpath(name).read_text(encoding="utf-8")
    return parse(text, f"record/data/{name}")


@cache
def coaching_templates() -> tuple[CoachingTemplate, ...]:
    """Return all coaching templates, the neutral one first. Raises IncompleteDefinition."""
    folder = resources.files(_DATA).joinpath("coaching")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    templates = [_packaged(f"coaching/{name}", definitions.parse_coaching) for name in names]
    keys = [template.key for template in templates]
    if len(set(keys)) < len(keys):
        raise IncompleteDefinition("record/data/coaching", ("two templates share one key",))
    return tuple(sorted(templates, key=lambda template: (template.key != FIRST_TEMPLATE, template.title)))


def coaching(key: str) -> CoachingTemplate:
    """Return one coaching template. Raises KeyError."""
    return {template.key: template for template in coaching_templates()}[key]


@cache
def values_and_preferences() -> ValuesAndPreferences:
    """Return the values and preferences form."""
    return _packaged("values-and-preferences.toml", definitions.parse_values_and_preferences)


@cache
def strengths() -> Strengths:
    """Return the strengths sheet."""
    return _packaged("strengths.toml", definitions.parse_strengths)


@cache
def tags() -> Tags:
    """Return the tags."""
    return _packaged("tags.toml", definitions.parse_tags)


@cache
def goals() -> Goals:
    """Return the goal form."""
    return _packaged("goals.toml", definitions.parse_goals)


def all_tools() -> tuple[Tool, ...]:
    """Return every tool."""
    return (*coaching_templates(), values_and_preferences(), strengths(), tags(), goals())


def message_ids() -> tuple[str, ...]:
    """Return every text of the tools that a reader may see, for the message extractor; no keys or sources."""
    return tuple(dict.fromkeys(text for tool in all_tools() for text in _texts(tool)))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str) and part:
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif is_dataclass(part) and not isinstance(part, Provenance):
        for field in fields(part):
            if field.name not in ("key", "family", "by"):
                yield from _texts(getattr(part, field.name))
