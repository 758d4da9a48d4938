"""Studies with something of everything, and files of other programs, for tests of what goes in and out."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.refi_export import export_refi, export_refi_as_operator
from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    Chart,
    ChartCell,
    ChartColumn,
    Code,
    Coding,
    Incident,
    Memo,
    Participant,
    Property,
    Relation,
    ReportItem,
    Source,
    Speaker,
    Stage,
    Study,
    ThemeCode,
    Turn,
)
from ownwords.people.models import Account
from tests import studying as make

ONES = "11111111-1111-4111-8111-1111111111{:02d}"
XML = '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Elsewhere"{}>{}</Project>'


def rich(of: Study, other: Account) -> Coding:
    """Fill a study: two people's codings, a tree, memos about everything, attributes, a speaker; return a coding."""
    source = make.source(
        of, title="Talk 1", held_on=date(2026, 3, 4), minutes=40, reference="Kept in binder 3"
    )
    person = make.participant(of)
    Speaker.objects.filter(source=source, label="P1").update(participant=person)
    years = Attribute.objects.create(study=of, made_by=of.made_by, name="Years here", kind="number")
    peer = Attribute.objects.create(study=of, made_by=of.made_by, name="Peer", kind="yes_no", position=1)
    AttributeValue.objects.create(study=of, attribute=years, participant=person, value="3")
    AttributeValue.objects.create(study=of, attribute=peer, source=source, value="yes")
    top = make.code(of, "Helps", holds_codings=False, colour="#aa00bb", definition="What it is\nin two lines")
    below = make.code(of, "Dogs & walks", parent=top, use_when="Said so", example="Walking", origin="known")
    mine = make.coding(below, source, 27, 47, strength=80, memo="Said with a smile")
    make.coding(below, source, 27, 52, other, how="in_vivo")
    for about, about_id in (
        ("study", None), ("source", source.id), ("code", below.id), ("coding", mine.id), ("participant", person.id)
    ):  # fmt: skip
        Memo.objects.create(
            study=of, made_by=other, about=about, about_id=about_id, words=f"On the {about}", kind="theory"
        )
    return mine


def taken_out(opened: OpenedStudy) -> bytes:
    """Return what a member takes away."""
    out = io.BytesIO()
    export_refi(opened=opened, out=out)
    return out.getvalue()


def all_of(study: Study) -> bytes:
    """Return what whoever runs the service takes away."""
    out = io.BytesIO()
    export_refi_as_operator(study=study, out=out)
    return out.getvalue()


def inside(file: bytes) -> dict[str, bytes]:
    """Return the files of a package, the dates that say when the study itself was set up taken out."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    found["project.qde"] = re.sub(rb'(<Project [^>]*creationDateTime=")[^"]*', rb"\1", found["project.qde"])
    return found


def package(xml: str, texts: dict[str, bytes] | None = None) -> bytes:
    """Return a package of another program."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        for name, content in (texts or {}).items():
            archive.writestr(f"sources/{name}", content)
    return out.getvalue()


def counts(study: Study | None = None) -> dict[str, int]:
    """Return how many rows of each kind there are."""
    tables = (Study, Source, Turn, Speaker, Code, Coding, Memo, Attribute, AttributeValue)
    return {
        one.__name__: one.objects.filter(**({"study": study} if study and one is not Study else {})).count()
        for one in tables
    }


def made_of_codes(of: Study) -> None:
    """Make something of everything that is made of codes, on what `rich` has put into a study."""
    by = {"study": of, "made_by": of.made_by}
    top, below = Code.objects.get(study=of, name="Helps"), Code.objects.get(study=of, name="Dogs & walks")
    coding, person = Coding.objects.get(study=of, coder=of.made_by), Participant.objects.get(study=of)
    over = make.theme(of, "Company", position=1)
    theme = make.theme(of, "Being with somebody: how", statement="Not alone", status="named", parent=over)
    ThemeCode.objects.create(**by, theme=theme, code=below)
    make.extract(theme, coding, "against", note="It was the dog")
    make.finding(of, "Walking together opens talk.", themes=[theme, over])
    chart = Chart.objects.create(**by, title="Who is helped by what", guidance="In two sentences")
    for position, code in enumerate((top, below)):
        ChartColumn.objects.create(**by, chart=chart, code=code, position=position)
    cell = {**by, "chart": chart, "participant": person}
    ChartCell.objects.create(**cell, code=below, summary="Walks.", rests_on=[coding.id], seen=2)
    ChartCell.objects.create(**cell, code=top, nothing_found=True, seen=2)
    Stage.objects.create(**by, name="Open coding", began_on=date(2026, 3, 5))
    core = make.category(below, core=True, saturated_on=date(2026, 4, 1), saturation="Nothing new in four")
    other = make.category(top)
    depth = Property.objects.create(**by, category=core, name="How long", from_pole="short", to_pole="long")
    Incident.objects.create(**by, property=depth, coding=coding, place=70, note="An hour")
    Relation.objects.create(**by, of=core, to=other, kind="condition", words="They say so")
    ReportItem.objects.create(**by, checklist="coreq", number=3, words="A nurse", place="p. 4")
