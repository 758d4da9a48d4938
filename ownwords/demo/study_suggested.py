"""Rules that suggest passages, one look through the texts, and what was decided on two of what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ownwords.demo.reading import Table, WrongData
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.rules import add_rule
from ownwords.inquiry.actions.suggest_settings import switch
from ownwords.inquiry.actions.suggesting import Look, look
from ownwords.inquiry.actions.suggestions import Decided, accept, set_aside
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.suggest_open import open_suggestions

#: Seconds: nobody waits for a page.
PATIENCE = 60.0


def suggestions(making: Making) -> None:
    """Put rules, the look and the decisions into the diary."""
    tables = making.material.more["report"]
    asked = tables["look"]
    making.diary.on(tables["rule"][0]["ago"], partial(_switch, making))
    for table in tables["rule"]:
        making.diary.on(table["ago"], partial(_rule, making, table))
    making.diary.on(asked["ago"], partial(_look, making))
    for named, does in ((asked["accept"], accept), (asked["aside"], set_aside)):
        making.diary.on(asked["decided"], partial(_decide, making, named, does))


def _switch(making: Making) -> None:
    study = Study.objects.get(pk=making.lead.study.id)
    changed = switch(opened=making.lead, version=study.version, by_rule=True, by_meaning=False)
    making.lead.study.suggests_by_rule = changed.suggests_by_rule


def _rule(making: Making, table: Table) -> None:
    words = "\n".join(table["expressions"])
    add_rule(opened=making.lead, code_id=making.ids[f"code {table['code']}"], expressions=words)


def _look(making: Making) -> None:
    look(opened=making.lead, asked=Look("rule"), patience=PATIENCE)


def _decide(making: Making, named: Sequence[str], does: Callable[..., Decided]) -> None:
    text, code, words = named
    place = making.material.texts[text].find(words)
    found = open_suggestions(making.lead).filter(
        source_id=making.ids[text], code_id=making.ids[f"code {code}"], start__lte=place, end__gt=place
    )
    ids = list(found.values_list("id", flat=True))
    if place < 0 or not ids:
        raise WrongData(f"{text}: nothing is suggested for {code} at “{words}”")
    does(opened=making.lead, ids=ids)
