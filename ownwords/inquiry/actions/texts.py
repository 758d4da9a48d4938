"""Bringing texts into a study, saying what they are, and taking them out of view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.paragraphs import paragraphs
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.result import ReadText
from ownwords.inquiry.models import Paper, Present, Source, SourceKind, SourceText, Speaker, Study, StudyPaper
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules

MOST_TITLE, MOST_REFERENCE, MOST_MINUTES = 200, 5_000, 2_000
MOST_NAME, MOST_LABEL = 120, 120


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a text besides its words. ``led`` and ``others`` are names, one a line."""

    kind: str
    title: str = ""
    held_on: date | None = None
    place: str = ""
    minutes: int | None = None
    recorded_how: str = ""
    guide_id: UUID | None = None
    reference: str = ""
    led: str = ""
    others: str = ""

    def put_into(self, source: Source) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        source.kind = rules.one_of(self.kind, SourceKind.values, field="kind")
        source.title = " ".join(rules.own_words(self.title, field="title", most=MOST_TITLE).split())
        source.held_on, source.minutes = self.held_on, self.minutes
        for name in ("place", "recorded_how"):
            line = rules.own_words(getattr(self, name), field=name, needed=False, most=MOST_TITLE)
            setattr(source, name, " ".join(line.split()))
        source.reference = rules.own_words(
            self.reference, field="reference", needed=False, most=MOST_REFERENCE
        )
        guides = StudyPaper.objects.filter(study_id=source.study_id, kind=Paper.GUIDE)
        known = {str(one) for one in guides.values_list("id", flat=True)} if self.guide_id else set()
        rules.one_of(str(self.guide_id or ""), known, field="guide", blank=True)
        source.guide_id = self.guide_id


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that came in, with what was read; ``found`` is None where it had come in before."""

    source: Source
    found: ReadText | None = None


def bring_in(
    *,
    opened: OpenedStudy,
    told: Told,
    data: bytes,
    name: str = "",
    encoding: str | None = None,
    submission: UUID | None = None,
) -> Brought:
    """Bring one file into the study: its text, its speakers as a proposal, its turns. All of it, or nothing.

    Without a title it is called as the file is.

    Raises:
        CannotRead: the file is refused. NotFound: not who codes. Refused: what is said of it does not fit.
    """
    opened.needs(Need.CODE)
    if submission and (before := Source.objects.filter(study=opened.study, submission=submission).first()):
        return Brought(before)
    found = read(data, name, encoding=encoding or None)
    source = Source(
        study=opened.study,
        made_by_id=opened.me,
        changed_by_id=opened.me,
        submission=submission,
        length=len(found.text),
        file_name=name[:255],
        encoding=(found.encoding or "")[:40],
    )
    replace(told, title=told.title.strip() or title_of(name)).put_into(source)
    with transaction.atomic():
        _keep(opened, source, found, told)
    return Brought(source, found)


def title_of(name: str) -> str:
    """Return what a text is called by its file's name: "Interview_3 (final).docx" is "Interview 3 (final)"."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    plain = "".join(sign if sign.isprintable() else " " for sign in stem.replace("_", " "))
    return " ".join(plain.split())[:MOST_TITLE] or _("Text without a name")


def _keep(opened: OpenedStudy, source: Source, found: ReadText, told: Told) -> None:
    Study.objects.select_for_update(no_key=True).get(pk=opened.study.id)
    source.position = last_place(Source.objects.filter(study=opened.study))
    doing = Doing(opened, "text_brought", source.title)
    doing.make(source)
    SourceText.objects.create(
        study=opened.study,
        source=source,
        number=1,
        words=found.text,
        pages=list(found.pages),
        made_by_id=opened.me,
    )
    labels = [one.label[:MOST_LABEL] for one in found.speakers]
    speakers = make_speakers(source, labels)
    write_turns(source, found.text, found.turns or paragraphs(found.text, found.pages), speakers)
    _say_who_was_there(opened, source, told)
    doing.keep()
    note_act(
        verb=Verb.STUDY_TEXT_ADDED, **opened.signature, thing=Ref("study", opened.study.id),
        after={"source": str(source.id), "length": source.length},
    )  # fmt: skip


def make_speakers(source: Source, labels: Sequence[str]) -> dict[str, UUID]:
    """Keep a speaker for each label that has none; return the id of each."""
    known = dict(Speaker.objects.filter(source=source).values_list("label", "id"))
    rows = [
        Speaker(study_id=source.study_id, source=source, label=label)
        for label in dict.fromkeys(labels)
        if label not in known
    ]
    Speaker.objects.bulk_create(rows)
    return known | {one.label: one.id for one in rows}


def _say_who_was_there(opened: OpenedStudy, source: Source, told: Told) -> None:
    """Keep who led and who else was present, in place of what was said before."""
    Present.objects.filter(source=source).delete()
    names = [(name, True) for name in _names(told.led, "led")]
    names += [(name, False) for name in _names(told.others, "others")]
    Present.objects.bulk_create(
        Present(study=opened.study, source=source, name=name, led=led, made_by_id=opened.me)
        for name, led in names
    )


def _names(lines: str, named: str) -> list[str]:
    plain = rules.own_words(lines, field=named, needed=False, most=MOST_REFERENCE)
    return [name[:MOST_NAME] for line in plain.split("\n") if (name := " ".join(line.split()))]


@transaction.atomic
def describe_text(*, opened: OpenedStudy, source_id: UUID, version: int, told: Told) -> Source:
    """Say differently what a text is. Raises NotFound, StaleEdit; Refused: something does not fit."""
    source = _locked(opened, source_id, version)
    before = state_of(source)
    told.put_into(source)
    doing = Doing(opened, "text_described", source.title)
    doing.change(source, before)
    _say_who_was_there(opened, source, told)
    doing.keep()
    return source


@transaction.atomic
def remove_text(*, opened: OpenedStudy, source_id: UUID, version: int) -> Source:
    """Take a text out of view, with its passages. It can be undone. Raises NotFound, StaleEdit."""
    source = _locked(opened, source_id, version)
    doing = Doing(opened, "text_removed", source.title)
    doing.take_away(source)
    doing.keep()
    note_act(
        verb=Verb.STUDY_TEXT_REMOVED, **opened.signature, thing=Ref("study", opened.study.id),
        after={"source": str(source.id)},
    )  # fmt: skip
    return source


def _locked(opened: OpenedStudy, source_id: UUID, version: int) -> Source:
    opened.needs(Need.CODE)
    return locked(opened, Source.objects.filter(removed_at__isnull=True), source_id, version)
