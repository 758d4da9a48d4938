"""The study's texts: brought in as files, and their speakers said, through the room's own actions."""

from __future__ import annotations

from functools import partial

from ownwords.demo.reading import Table
from ownwords.demo.study_making import Making
from ownwords.inquiry.actions.speakers import Who, correct_speakers
from ownwords.inquiry.actions.texts import Told, bring_in
from ownwords.inquiry.models import Source, Speaker


def texts(making: Making) -> None:
    """Put the texts into the diary."""
    for table in making.material.study["text"]:
        making.diary.on(table["ago"], partial(_text, making, table))


def _text(making: Making, table: Table) -> None:
    told = Told(
        kind=table["kind"], title=table["title"], held_on=making.diary.clock.day(table["ago"]),
        place=table["place"], minutes=table["minutes"], recorded_how="Sound recording",
        guide_id=making.ids[f"guide {table['guide']}"], led=making.lead.viewer.name, others=table.get("others", ""),
    )  # fmt: skip
    data = making.material.files[table["key"]]
    source = bring_in(opened=making.lead, told=told, data=data, name=table["file"]).source
    making.ids[table["key"]] = source.id
    _speakers(making, source)


def _speakers(making: Making, source: Source) -> None:
    """Say who speaks: whose name is a pseudonym takes part, and anybody else asks."""
    labels = Speaker.objects.filter(source=source).values_list("id", "label")
    people = {one["pseudonym"] for one in making.material.study["participant"]}
    who = {
        one: Who(participant_id=making.ids[label]) if label in people else Who(asks=True)
        for one, label in labels
    }
    correct_speakers(opened=making.lead, source_id=source.id, version=source.version, who=who)
