"""What was repaired, left out or guessed while a file was read: kinds and counts, never words of the file."""

from __future__ import annotations

from dataclasses import dataclass

#: Kind -> English message id; {count} and {detail} are filled from the note.
KINDS = {
    "content_differs": "The name says .{detail}, the content is another format; the content was read.",
    "encoding_guessed": "The encoding had to be guessed ({detail}): read a few lines with accents or quotation marks.",
    "undecodable": "Characters that could not be decoded, now shown as �: {count}.",
    "surrogates_joined": "Halves of characters joined to whole ones: {count}.",
    "surrogates_lone": "Halves of characters without their other half, now shown as �: {count}.",
    "controls_removed": "Control characters removed, which no text shows: {count}.",
    "breaks_as_lines": "Page breaks and column breaks written as line ends: {count}.",
    "cut_short": "The file ends in the middle of a character.",
    "deletions": "Tracked deletions left out, as if accepted: {count}.",
    "insertions": "Tracked insertions read, as if accepted: {count}.",
    "footnotes": "Footnotes and endnotes not read: {count}.",
    "comments": "Comments not read: {count}.",
    "headers": "Headers and footers not read: {count}.",
    "pictures": "Pictures left out: {count}.",
    "text_boxes": "Text boxes read after the paragraph they hang on: {count}.",
    "list_numbers": "List paragraphs whose numbers or bullets the program made and the text does not hold: {count}.",
    "hidden": "Pieces of hidden text read: {count}.",
    "symbols": "Characters of a symbol font kept by their number only: {count}.",
    "tabs_as_spaces": "Tabs between words of a PDF written as spaces: {count}.",
    "pages_without_words": "Pages without words, perhaps pictures: {count}.",
    "pages_unreadable": "Pages that could not be read: {count}.",
    "unsupported": "Parts of a kind that is not read: {count}.",
    "cues_overlapping": "Cues that begin before an earlier one has ended, kept as they stand: {count}.",
    "cues_out_of_order": "Cues that begin before the cue above them, kept where they stand: {count}.",
    "cues_backwards": "Cues that end before they begin, kept: {count}.",
    "cues_empty": "Cues without words left out: {count}.",
    "cue_lines_stray": "Lines outside any cue, kept with the cue above: {count}.",
    "cue_comments": "Comments and styles of the subtitle file left out: {count}.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """One kind of repair or loss, with how often it happened."""

    kind: str
    count: int
    detail: str = ""

    @property
    def sentence(self) -> str:
        """Return the note in English."""
        return KINDS[self.kind].format(count=self.count, detail=self.detail)


class Notes:
    """Counts notes while one file is read."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, kind: str, count: int = 1, detail: str = "") -> None:
        """Count a kind of `KINDS`; zero leaves no note."""
        if kind not in KINDS:
            raise KeyError(kind)
        if count:
            self._counts[kind, detail] = self._counts.get((kind, detail), 0) + count

    def all(self) -> tuple[Note, ...]:
        """Return the notes in the order in which each kind first came up."""
        return tuple(Note(kind, count, detail) for (kind, detail), count in self._counts.items())
