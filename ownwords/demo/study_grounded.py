"""What the study borrowed from grounded theory: stages, comparisons, a category with its properties."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.categories import make_category, set_core
from ownwords.inquiry.actions.categories_saturated import Judged, judge_saturated
from ownwords.inquiry.actions.comparing import write_comparison
from ownwords.inquiry.actions.incidents import Placed, add_incident
from ownwords.inquiry.actions.properties import Ranged, add_property
from ownwords.inquiry.actions.relations import Related, relate
from ownwords.inquiry.actions.stages import Begun, add_stage
from ownwords.inquiry.models import About, Category
from ownwords.inquiry.queries.comparing import Thing


def grounded(making: Making) -> None:
    """Put stages, comparisons, categories and relations into the diary."""
    tables = making.material.more["grounded"]
    for kind, does in (("stage", _stage), ("comparison", _comparison), ("relation", _relation)):
        for table in tables[kind]:
            making.diary.on(table["ago"], partial(does, making, table))
    for table in tables["category"]:
        making.diary.on(table["ago"], partial(_category, making, table))
        for part in table.get("property", []):
            making.diary.on(part["ago"], partial(_property, making, table, part))
        if "saturated" in table:
            making.diary.on(table["saturated"], partial(_saturated, making, table))


def _stage(making: Making, table: Table) -> None:
    add_stage(opened=making.lead, begun=Begun(table["name"], making.diary.clock.day(table["ago"])))


def _comparison(making: Making, table: Table) -> None:
    opened = making.by(table["by"])
    if opened is not None:
        one, other = (Thing(About.CODING, making.passage(table[end])) for end in ("one", "other"))
        write_comparison(opened=opened, one=one, other=other, words=table["words"], title=table["title"])


def _category(making: Making, table: Table) -> None:
    category = make_category(opened=making.lead, code_id=making.ids[f"code {table['key']}"])
    making.ids[f"category {table['key']}"] = category.id
    if table.get("core"):
        set_core(opened=making.lead, category_id=category.id, version=category.version, core=True)


def _property(making: Making, table: Table, part: Table) -> None:
    ranged = Ranged(part["name"], part["from_pole"], part["to_pole"])
    category_id = making.ids[f"category {table['key']}"]
    made = add_property(opened=making.lead, category_id=category_id, ranged=ranged)
    for *named, place, note in part["incidents"]:
        placed = Placed(place, note)
        coding_id = making.passage(named)
        add_incident(opened=making.lead, property_id=made.id, coding_id=coding_id, placed=placed)


def _saturated(making: Making, table: Table) -> None:
    category = Category.objects.get(pk=making.ids[f"category {table['key']}"])
    judged = Judged(table["saturation"], making.diary.clock.day(table["saturated"]))
    judge_saturated(opened=making.lead, category_id=category.id, version=category.version, judged=judged)


def _relation(making: Making, table: Table) -> None:
    of, to = (making.ids[f"category {table[end]}"] for end in ("of", "to"))
    relate(opened=making.lead, related=Related(of, to, table["kind"], table["words"]))
