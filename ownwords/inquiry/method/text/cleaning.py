"""Text that a database and an XML file can both hold, and otherwise exactly what came, code point for code point."""

from __future__ import annotations

import re

from ownwords.inquiry.method.text.notes import Notes

MARK = "\ufeff"
LINE_ENDS = re.compile("\r\n?")
BREAKS = re.compile("[\x0b\x0c]")
SURROGATES = re.compile("[\ud800-\udfff]")
#: What XML 1.0 (production 2, Char) does not allow; PostgreSQL refuses NUL of these.
UNKEEPABLE = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")


def clean(text: str, notes: Notes) -> str:
    """Return text with LF as its only line end, halves of characters joined, and nothing that cannot be kept.

    No normalisation (NFC or other): é and e with a combining accent stay two different things. Losses go to `notes`.
    """
    text = LINE_ENDS.sub("\n", whole_characters(text, notes))
    text, breaks = BREAKS.subn("\n", text)
    text, removed = UNKEEPABLE.subn("", text)
    notes.add("breaks_as_lines", breaks)
    notes.add("controls_removed", removed)
    return text


def without_mark(text: str) -> str:
    """Return text without byte order marks at its very start; elsewhere U+FEFF is a character of the text."""
    return text.lstrip(MARK)


def whole_characters(text: str, notes: Notes) -> str:
    """Join pairs of surrogates; a half alone becomes U+FFFD and is counted."""
    found = len(SURROGATES.findall(text))
    if not found:
        return text
    there_before = text.count("\ufffd")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    alone = whole.count("\ufffd") - there_before
    notes.add("surrogates_joined", found - alone)
    notes.add("surrogates_lone", alone)
    return whole
