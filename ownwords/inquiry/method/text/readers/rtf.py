"""Rich text (.rtf): seven-bit text with control words, whose code pages stand inside the file."""

from __future__ import annotations

from ownwords.inquiry.method.text.layout import laid_out
from ownwords.inquiry.method.text.readers.rtf_words import RtfWords
from ownwords.inquiry.method.text.readers.source import Draft, Source

#: A letter beyond the code page may take two tokens, so that more of them are allowed than of elements.
TOKENS_PER_ELEMENT = 3


def read(source: Source) -> Draft:
    """Read paragraphs and table rows; halves of emoji are joined, deleted text is left out."""
    words = RtfWords(source.notes)
    words.hear(source.data.decode("latin-1"), TOKENS_PER_ELEMENT * source.limits.elements)
    text, rows = laid_out(words.blocks.blocks.all)
    return Draft(text, rows=rows)
