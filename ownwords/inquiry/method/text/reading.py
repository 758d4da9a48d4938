"""Read a file: the way in. Bytes in, a `ReadText` out, or `CannotRead` with a sentence for whoever brought it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from ownwords.inquiry.method.text.limits import USUAL, Limits, weigh
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.method.text.result import ReadText
from ownwords.inquiry.method.text.sniffing import (
    begins_as_page,
    has_many_controls,
    packed_format,
    text_format,
)
from ownwords.inquiry.method.text.speakers.proposing import propose, proposed

#: Format -> module and function; imported when a file of the format comes.
READERS = {
    "txt": ("plain", "read"),
    "md": ("plain", "read"),
    "docx": ("docx", "read"),
    "odt": ("odt", "read"),
    "rtf": ("rtf", "read"),
    "pdf": ("pdf", "read"),
    "html": ("html", "read"),
    "vtt": ("captions", "read_vtt"),
    "srt": ("captions", "read_srt"),
}
#: Other endings of the same formats.
SAME = {
    "text": "txt",
    "markdown": "md",
    "htm": "html",
    "xhtml": "html",
    "docm": "docx",
    "dotx": "docx",
    "ott": "odt",
}


def read(data: bytes, name: str = "", *, limits: Limits = USUAL, encoding: str | None = None) -> ReadText:
    """Read a transcript or document. The content decides its format; `name` only helps where formats look alike.

    `encoding` is a person's choice for a text file and is binding. Raises `CannotRead`; nothing is ever half read.
    """
    weigh(len(data), limits)
    source = Source(data, limits, encoding)
    extension = name.rpartition(".")[2].casefold() if "." in name else ""
    extension = SAME.get(extension, extension)
    kind = packed_format(data, limits) or _format_of_text(source, extension)
    draft = _draft(kind, source)
    if not draft.text.strip():
        raise CannotRead("no_text")
    if len(draft.text) > limits.characters:
        raise CannotRead("too_long", limit=limits.characters)
    if extension in READERS and {extension, kind} not in ({"txt", "md"}, {kind}):
        source.notes.add("content_differs", detail=extension)
    return _with_speakers(kind, draft, source)


def _format_of_text(source: Source, extension: str) -> str:
    if not source.named and has_many_controls(source.data):
        raise CannotRead("not_text", kind="bytes that are no characters")
    if begins_as_page(source.data) or (extension == "html" and b"<" in source.data):
        return "html"
    return text_format(source.decoded().text, extension)


def _draft(kind: str, source: Source) -> Draft:
    module, function = READERS[kind]
    reader = cast(
        Callable[[Source], Draft],
        getattr(import_module(f"ownwords.inquiry.method.text.readers.{module}"), function),
    )
    try:
        return reader(source)
    except IndexError as fault:
        # Parts of a document that stand where its format has no place for them.
        raise CannotRead("broken", kind=kind) from fault


def _with_speakers(kind: str, draft: Draft, source: Source) -> ReadText:
    found = propose(draft.text, draft.rows) if draft.starts is None else proposed(draft.text, draft.starts)
    return ReadText(
        draft.text,
        kind,
        draft.encoding,
        draft.guessed,
        draft.pages,
        draft.times,
        found.turns,
        found.speakers,
        source.notes.all(),
    )
