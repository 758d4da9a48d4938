"""The study's themes with what speaks for them and against, and how they came to be what they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.themes import Said, change_theme, drop_theme, make_theme
from ownwords.inquiry.actions.themes_codes import set_codes
from ownwords.inquiry.actions.themes_extracts import choose_passages
from ownwords.inquiry.models import Stands, Theme, ThemeStatus


def themes(making: Making) -> None:
    """Put themes, what was chosen for them, and what was said of them later into the diary."""
    for table in making.material.more["themes"]["theme"]:
        making.diary.on(table["ago"], partial(_theme, making, table))
        making.diary.on(table["chosen"], partial(_chosen, making, table))
        for then in table.get("then", []):
            making.diary.on(then["ago"], partial(_then, making, table["key"], then))


def _theme(making: Making, table: Table) -> None:
    below = table.get("below")
    said = Said(
        table["name"], table.get("statement", ""), table.get("scope", ""),
        parent_id=making.ids[f"theme {below}"] if below else None,
    )  # fmt: skip
    theme = make_theme(opened=making.lead, said=said)
    making.ids[f"theme {table['key']}"] = theme.id
    codes = [making.ids[f"code {key}"] for key in table["codes"]]
    set_codes(opened=making.lead, theme_id=theme.id, codes=codes, seen=[])


def _chosen(making: Making, table: Table) -> None:
    """Choose passages: those without a note at once, each other with what is noted of it."""
    for stands, named in ((Stands.FOR, table["for"]), (Stands.AGAINST, table["against"])):
        _choose(making, table["key"], stands, [one for one in named if len(one) == 3])
        for one in named:
            if len(one) > 3:
                _choose(making, table["key"], stands, [one], note=one[3])


def _choose(making: Making, key: str, stands: str, named: Sequence[Sequence[Any]], note: str = "") -> None:
    codings = [making.passage(one) for one in named]
    if codings:
        theme_id = making.ids[f"theme {key}"]
        choose_passages(opened=making.lead, theme_id=theme_id, codings=codings, stands=stands, note=note)


def _then(making: Making, key: str, then: Table) -> None:
    """Say a theme differently, or drop it."""
    theme = Theme.objects.get(pk=making.ids[f"theme {key}"])
    if then.get("status") == ThemeStatus.DROPPED:
        drop_theme(opened=making.lead, theme_id=theme.id, version=theme.version)
        return
    told = {part: then.get(part, getattr(theme, part)) for part in ("name", "statement", "scope", "status")}
    said = Said(**told, parent_id=theme.parent_id)
    change_theme(opened=making.lead, theme_id=theme.id, version=theme.version, said=said)
