"""The one way in which a file is refused: what was wrong, and what to do."""

from __future__ import annotations

#: Reason -> (what was wrong, what to do): English message ids; {names} are filled from `CannotRead.values`.
REASONS = {
    "empty": (
        "The file is empty.",
        "Open it where it was made, check that words are in it, and save it again.",
    ),
    "too_large": (
        "The file has {size} MB; the limit is {limit} MB.",
        "Leave out pictures and recordings, or split it.",
    ),
    "too_long": (
        "The text has more than {limit} characters.",
        "Split it into one file for each conversation.",
    ),
    "no_text": ("There are no words in the file.", "Check that it is the right file."),
    "not_text": (
        "This is not a file of words ({kind}).",
        "Bring a transcript: .txt, .md, .docx, .rtf, .odt, .pdf, .vtt, .srt or .html.",
    ),
    "old_word": (
        "This file has the old Word format (.doc) or is of another old office program.",
        "Open it and save it as .docx.",
    ),
    "other_office": (
        "This is a ZIP file, but no Word or OpenDocument text.",
        "Unpack it, or save the text as .docx, .odt or .txt.",
    ),
    "password": (
        "The file is protected by a password.",
        "Open it with the password, save a copy without one, and bring the copy.",
    ),
    "pictures_only": (
        "All {count} pages are pictures without words.",
        "Run text recognition (OCR) over it first, or bring a typed transcript.",
    ),
    "broken": (
        "The file is damaged or cut short: {kind} cannot be read to its end.",
        "Save or download it again.",
    ),
    "bomb": (
        "The file unpacks to far more than a text needs.",
        "Open it where it was made and save it again without pictures.",
    ),
    "entities": (
        "The file declares a document type of its own, which no office program writes.",
        "Open it in an office program and save it again.",
    ),
    "too_deep": (
        "Things lie inside each other more than {limit} deep.",
        "Open the file and save its text without that layout.",
    ),
    "too_many_pages": ("The file has {count} pages; the limit is {limit}.", "Split it."),
    "not_in_encoding": (
        "The file is not written in {encoding}.",
        "Choose another encoding, or let it be found.",
    ),
    "unknown_encoding": (
        "The file is in no encoding that could be recognised.",
        "Open it where it was made and save it as UTF-8.",
    ),
}


class CannotRead(ValueError):
    """A file that is refused. `reason` is a key of `REASONS`; nothing of the file has been kept."""

    def __init__(self, reason: str, **values: str | int) -> None:
        self.reason = reason
        self.values = values
        super().__init__(f"{self.wrong} {self.remedy}")

    @property
    def wrong(self) -> str:
        """Return the plain sentence that says what was wrong."""
        return REASONS[self.reason][0].format(**self.values)

    @property
    def remedy(self) -> str:
        """Return the plain sentence that says what to do."""
        return REASONS[self.reason][1].format(**self.values)
