"""PDF, page by page. The words are those the file holds; pictures of words are refused with a word on what to do."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

TABS = re.compile(r"\t+ ?")
TRAILING = re.compile(r"(?<![ \t])[ \t]++(?=\n|\Z)")
#: What a damaged file makes the library raise, beside its own errors.
FAULTS = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    NotImplementedError,
    MemoryError,
    OSError,
    zlib.error,
)


def read(source: Source) -> Draft:
    """Read every page; `pages` of the draft says where each begins, also one without words."""
    pages = _pages(source)
    texts, length = [], 0
    for page in pages:
        texts.append(_words(page, source))
        length += len(texts[-1])
        if length > source.limits.characters:
            raise CannotRead("too_long", limit=source.limits.characters)
    if not any(text.strip() for text in texts):
        raise CannotRead("pictures_only", count=len(texts))
    source.notes.add("pages_without_words", sum(not text.strip() for text in texts))
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return Draft("\n".join(texts), pages=tuple(starts))


def _pages(source: Source) -> Sequence[PageObject]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(source.data))
        _opened(reader)
        count = len(reader.pages)
        if count > source.limits.pages:
            raise CannotRead("too_many_pages", count=count, limit=source.limits.pages)
        return list(reader.pages)
    except CannotRead:
        raise
    except (PyPdfError, *FAULTS) as fault:
        raise CannotRead("broken", kind="PDF") from fault


def _opened(reader: PdfReader) -> None:
    """Open a file that only asks a password for changing it; refuse one that asks a password for reading."""
    from pypdf.errors import DependencyError

    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise CannotRead("password")
    except DependencyError as fault:
        raise CannotRead("password") from fault


def _words(page: PageObject, source: Source) -> str:
    from pypdf.errors import PyPdfError

    try:
        text = page.extract_text()
    except (PyPdfError, *FAULTS):
        source.notes.add("pages_unreadable")
        return ""
    return _tidied(text, source.notes)


def _tidied(text: str, notes: Notes) -> str:
    """Write each run of tabs as one space, as between words; white space at the end of a line or page goes."""
    text, tabs = TABS.subn(" ", clean(text, notes))
    notes.add("tabs_as_spaces", tabs)
    return TRAILING.sub("", text).rstrip("\n")
