"""Sources and notes, the children of each in the order of the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.refi.model.cases import VariableKind
from ownwords.inquiry.method.refi.model.selections import Selection
from ownwords.inquiry.method.refi.model.sources import WORDS, Source, SourceKind
from ownwords.inquiry.method.refi.writing import selections
from ownwords.inquiry.method.refi.writing.attributes import number, stamp
from ownwords.inquiry.method.refi.writing.cases import values
from ownwords.inquiry.method.refi.writing.markup import Attribute, Markup, checked
from ownwords.inquiry.method.refi.writing.texts import Files, marked
from ownwords.inquiry.method.refi.writing.tidy import tidied


@dataclass(frozen=True, slots=True)
class SourceWriter:
    """Writes sources into `out` and remembers in `files` what goes beside the XML."""

    out: Markup
    files: Files
    codes: frozenset[str]
    kinds: Mapping[str, VariableKind]

    def all(self, name: str, given: Sequence[Source]) -> None:
        """Write a list of sources or notes."""
        if not given:
            return
        self.out.begin(name)
        for one in given:
            self.one(one)
        self.out.end(name)

    def one(self, given: Source) -> None:
        """Write one source with everything inside it."""
        source = tidied(given, self.codes, self.out.log)
        text_path = self.files.text_path(source) if source.kind in WORDS else None
        self.out.begin(source.kind.value, self._attributes(source, text_path))
        self.out.described(source.description)
        if source.text is not None and text_path is None:
            self.out.text("PlainTextContent", marked(source.text))
        self._inside(source)
        if source.kind is not SourceKind.TRANSCRIPT:
            selections.codings(self.out, source.codings)
        self.out.refs("NoteRef", source.notes)
        if source.kind is not SourceKind.TRANSCRIPT:
            values(self.out, source.values, self.kinds)
        self.out.end(source.kind.value)

    def _inside(self, source: Source) -> None:
        for point in source.sync_points if source.kind is SourceKind.TRANSCRIPT else ():
            said = [("guid", checked(point.guid)), number("timeStamp", point.time)]
            self.out.empty("SyncPoint", [*said, number("position", point.position)])
        last = source.kind is SourceKind.PDF
        for part in () if last else source.parts:
            self.one(part)
        for one in source.selections:
            self._selection(source.kind, one)
        for part in source.parts if last else ():
            self.one(part)

    def _selection(self, kind: SourceKind, one: Selection) -> None:
        element = selections.element_of(kind, one.place)
        if element is None:
            return
        selections.begin(self.out, element, one)
        if one.represented is not None and kind is SourceKind.PDF:
            self.one(one.represented)
        selections.end(self.out, element, one)

    def _attributes(self, source: Source, text_path: str | None) -> list[Attribute]:
        said: list[Attribute] = [("guid", checked(source.guid)), ("name", source.name or None)]
        if source.kind in WORDS:
            said += [("richTextPath", self.files.media_path(source.rich_path)), ("plainTextPath", text_path)]
        else:
            said += [
                ("path", self.files.media_path(source.path)),
                ("currentPath", source.current_path or None),
            ]
        return [*said, *stamp(source.stamp)]
