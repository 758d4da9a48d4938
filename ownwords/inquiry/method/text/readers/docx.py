"""Word (.docx): the parts of the archive that hold words."""

from __future__ import annotations

from collections.abc import Mapping

from ownwords.inquiry.method.text.archive import Archive
from ownwords.inquiry.method.text.layout import laid_out
from ownwords.inquiry.method.text.readers.docx_words import DocxWords
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.method.text.streaming import hear_xml

#: Relation of the main document, ordinary or strict (ECMA-376 part 1, 11.3.10).
MAIN = "/officeDocument"
USUAL = "word/document.xml"


class _Relations:
    """Finds the part that is the main document."""

    def __init__(self) -> None:
        self.main = ""

    def start(self, _space: str, _name: str, attributes: Mapping[str, str]) -> None:
        if attributes.get("Type", "").endswith(MAIN):
            self.main = attributes.get("Target", "").lstrip("/")

    def end(self, _space: str, _name: str) -> None:
        """Nothing ends here that matters."""

    def data(self, _text: str) -> None:
        """Relations hold no characters."""


class _AnyWords:
    """Says whether a header or footer holds words."""

    def __init__(self) -> None:
        self.found = False
        self._inside = False

    def start(self, _space: str, name: str, _attributes: Mapping[str, str]) -> None:
        self._inside = name == "t"

    def end(self, _space: str, _name: str) -> None:
        self._inside = False

    def data(self, text: str) -> None:
        self.found = self.found or (self._inside and bool(text.strip()))


def read(source: Source) -> Draft:
    """Read paragraphs and tables in reading order, tracked changes as if accepted."""
    archive = Archive(source.data, source.limits)
    words = DocxWords(source.notes)
    hear_xml(archive.chunks(_main(archive, source)), words, source.limits, kind="Word")
    text, rows = laid_out(words.blocks.all)
    source.notes.add("headers", sum(_has_words(archive, name, source) for name in sorted(archive.names)))
    return Draft(text, rows=rows)


def _main(archive: Archive, source: Source) -> str:
    relations = _Relations()
    if "_rels/.rels" in archive.names:
        hear_xml([archive.whole("_rels/.rels")], relations, source.limits, kind="Word")
    name = relations.main if relations.main in archive.names else USUAL
    if name not in archive.names:
        raise CannotRead("broken", kind="Word")
    return name


def _has_words(archive: Archive, name: str, source: Source) -> bool:
    if not name.startswith(("word/header", "word/footer")) or not name.endswith(".xml"):
        return False
    words = _AnyWords()
    hear_xml(archive.chunks(name), words, source.limits, kind="Word")
    return words.found
