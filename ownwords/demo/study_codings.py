"""The study's codings by two people, who finished which text, and memos, through the room's own actions."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import partial
from uuid import UUID

from ownwords.demo.reading import Table
from ownwords.demo.study_checks import passages_of
from ownwords.demo.study_codes import put_in_its_place
from ownwords.demo.study_laying import lay
from ownwords.demo.study_making import Making
from ownwords.demo.study_places import Laid
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import Wanted, code_passage
from ownwords.inquiry.actions.finishing import finish_source
from ownwords.inquiry.actions.memos import Told, write_memo
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import About

#: The second codes two days after the first, and both say that they have finished on the day after that.
LATER, DONE = 2, 3
ABOUT = {"text": About.SOURCE, "code": About.CODE, "person": About.PARTICIPANT, "passage": About.CODING}


def codings(making: Making) -> None:
    """Put codings, finished texts and memos into the diary."""
    for table in making.material.study["text"]:
        for coder, opened in (("lead", making.lead), ("second", making.second)):
            laid = [
                (place, one)
                for place, one in enumerate(making.material.laid)
                if (one.text, one.coder) == (table["key"], coder)
            ]
            if opened is not None and laid:
                ago = table["coded_ago"] - (LATER if coder == "second" else 0)
                making.diary.on(ago, partial(_coded, making, opened, laid))
        for coder in table.get("finished", []):
            if (opened := making.by(coder)) is not None:
                making.diary.on(table["coded_ago"] - DONE, partial(_finish, making, opened, table["key"]))
    for table in making.material.memos:
        if (opened := making.by(table["by"])) is not None:
            making.diary.on(table["ago"], partial(_memo, making, opened, table))


def _coded(making: Making, opened: OpenedStudy, laid: list[tuple[int, Laid]]) -> None:
    """Lay all codes of one text by one coder: in vivo by the action, since it makes the code; the rest at once."""
    for place, one in laid:
        if one.in_vivo:
            making.diary.next()
            chosen = Chosen(one.start, one.end, text_version=1)
            source_id = making.ids[one.text]
            made = code_passage(
                opened=_not_blind_yet(opened), source_id=source_id, chosen=chosen, wanted=Wanted(in_vivo=True)
            )
            making.codings[place] = made.id
            put_in_its_place(making, made.code, one.code)
    lay(making, opened, [(place, one) for place, one in laid if not one.in_vivo])


def _not_blind_yet(opened: OpenedStudy) -> OpenedStudy:
    """Return the study as it was before its coding became blind: since then no words of a text name a code."""
    study = copy(opened.study)
    study.blind = False
    return replace(opened, study=study)


def _finish(making: Making, opened: OpenedStudy, key: str) -> None:
    finish_source(opened=opened, source_id=making.ids[key])


def _memo(making: Making, opened: OpenedStudy, table: Table) -> None:
    about = table.get("about", "")
    told = Told(words=table["words"], title=table["title"], kind=table["kind"])
    write_memo(opened=opened, told=told, about=ABOUT.get(about, About.STUDY), about_id=_about(making, table))


def _about(making: Making, table: Table) -> UUID | None:
    """Return the id of what a memo is about; None for the study."""
    about = table.get("about", "")
    if about == "passage":
        return making.codings[passages_of(table, making.material.laid)[0]]
    return making.ids[f"code {table['of']}" if about == "code" else table["of"]] if about else None
