"""Bytes of made-up projects, and the published schema to hold our own against."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from lxml import etree

from ownwords.inquiry.method.refi.model.project import Project
from ownwords.inquiry.method.refi.reading.read import Reading, read
from ownwords.inquiry.method.refi.report import Report
from ownwords.inquiry.method.refi.writing.archive import write_project

SCHEMA = Path(__file__).parent / "schema"
WHEN = datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC)
PROJECT = "urn:QDA-XML:project:1.0"


def guid(number: int) -> str:
    """Return a GUID that is easy to tell from others."""
    return f"00000000-0000-4000-8000-{number:012x}"


def project_xml(body: str, namespace: str = PROJECT, **attributes: str) -> str:
    """Return the XML of a project."""
    said = "".join(f' {name}="{value}"' for name, value in {"name": "made up", **attributes}.items())
    spoken = f' xmlns="{namespace}"' if namespace else ""
    return f'<?xml version="1.0" encoding="utf-8"?><Project{spoken}{said}>{body}</Project>'


def package(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def taken(data: bytes | str) -> Reading:
    """Read bytes."""
    return read(io.BytesIO(data.encode() if isinstance(data, str) else data))


def written(project: Project) -> tuple[bytes, Report]:
    """Write a project."""
    out = io.BytesIO()
    report = write_project(project, out, when=WHEN)
    return out.getvalue(), report


def xml_of(data: bytes) -> bytes:
    """Return the XML of a package."""
    return zipfile.ZipFile(io.BytesIO(data)).read("project.qde")


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA / name))


def faults(xml: bytes, schema: str = "Project.xsd") -> list[str]:
    """Return what the published schema says against this XML."""
    checked = _schema(schema)
    checked.validate(etree.fromstring(xml, etree.XMLParser(huge_tree=True)))
    return [str(one) for one in checked.error_log]


def code(number: int, name: str, inside: str = "", more: str = 'isCodable="true"') -> str:
    """Return the XML of a code."""
    return f'<Code guid="{guid(number)}" name="{name}" {more}>{inside}</Code>'


def book(*codes: str) -> str:
    """Return a codebook inside a project."""
    return f"<CodeBook><Codes>{''.join(codes)}</Codes></CodeBook>"


def passage(number: int, start: int, end: int, of: int | None = None, **more: str) -> str:
    """Return a selection of a text, coded with the code of this number."""
    said = "".join(f' {key}="{value}"' for key, value in more.items())
    coding = (
        f'<Coding guid="{guid(number + 5000)}"><CodeRef targetGUID="{guid(of)}"/></Coding>'
        if of is not None
        else ""
    )
    return (
        f'<PlainTextSelection guid="{guid(number)}" startPosition="{start}" endPosition="{end}"{said}>'
        f"{coding}</PlainTextSelection>"
    )


def passages(reading: Reading, at: int = 0) -> list[str]:
    """Return the words of every selection of a source."""
    source = reading.project.sources[at]
    return [source.text[one.place.start : one.place.end] for one in source.selections]
