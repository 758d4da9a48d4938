"""Texts, pictures, PDFs, recordings, their transcripts, and notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ownwords.inquiry.method.refi.model.cases import Value
from ownwords.inquiry.method.refi.model.selections import Coding, Selection
from ownwords.inquiry.method.refi.model.stamp import UNSIGNED, Stamp


class SourceKind(StrEnum):
    """What a source is; the value is the name of its element."""

    TEXT = "TextSource"
    PICTURE = "PictureSource"
    PDF = "PDFSource"
    AUDIO = "AudioSource"
    VIDEO = "VideoSource"
    NOTE = "Note"
    REPRESENTATION = "Representation"
    TEXT_DESCRIPTION = "TextDescription"
    TRANSCRIPT = "Transcript"


WORDS = (
    SourceKind.TEXT,
    SourceKind.NOTE,
    SourceKind.REPRESENTATION,
    SourceKind.TEXT_DESCRIPTION,
    SourceKind.TRANSCRIPT,
)
"""Kinds that are a text themselves."""


@dataclass(frozen=True, slots=True)
class SyncPoint:
    """A position in a transcript (code points) and the time of it in the recording (milliseconds)."""

    guid: str
    time: int | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source with everything in it.

    `text` has line ends of one character and no byte order mark; None where there is no text or it is missing.
    `parts` are the text of a PDF, the text that describes a picture, the transcripts of a recording.
    Paths are as the file writes them (``internal://``, ``relative:///``, ``absolute:///``).
    """

    guid: str
    kind: SourceKind
    name: str = ""
    text: str | None = None
    description: str = ""
    stamp: Stamp = UNSIGNED
    selections: tuple[Selection, ...] = ()
    codings: tuple[Coding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    parts: tuple[Source, ...] = ()
    sync_points: tuple[SyncPoint, ...] = ()
    plain_path: str = ""
    rich_path: str = ""
    path: str = ""
    current_path: str = ""
