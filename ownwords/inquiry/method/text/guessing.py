"""A guess at the encoding of bytes that are not UTF-8; whoever uses it says that it is a guess."""

from __future__ import annotations

import re

from ownwords.inquiry.method.text.refused import CannotRead

#: So much of a file is looked at.
SAMPLE = 256 * 1024
#: Marks that word processors put into Western text, beside accented letters.
TYPOGRAPHY = frozenset("‘’“”‚„‹›«»–—…•·€£§©®™°½¼¾ªº¿¡\xa0\xad")
#: A capital with an accent inside a word, as wrong decodings have it: donÕt.
CAPITAL_INSIDE = re.compile("[a-zß-ÿ][À-ÖØ-ÞŒŠŽŸ][a-zß-ÿ]")
HIGH = re.compile(b"[\x80-\xff]")
WESTERN = ("cp1252", "mac_roman")
#: More accented letters than this among all letters are not Western text.
MOST_ACCENTED = 0.35


def wide_without_mark(data: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" where every second byte of the beginning is NUL, or None.

    Such bytes are valid UTF-8, but no text has NUL for every second character.
    """
    head = data[:4096]
    even, odd = head[0::2], head[1::2]
    if len(head) < 4:
        return None
    zeros = even.count(0) / len(even), odd.count(0) / len(odd)
    if max(zeros) < 0.4 or min(zeros) > 0.1:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def guessed_encoding(data: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8: a Western one that reads well, else by its letters.

    The second is charset-normalizer's work. It calls English text with one curly quote Windows-1250,
    so that Windows-1252 and Mac Roman are looked at before it. Raises `CannotRead` where nothing fits.
    """
    sample = _telling(data)
    for encoding in WESTERN:
        if _reads_well(sample, encoding):
            return encoding
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise CannotRead("unknown_encoding")
    return best.encoding


def _telling(data: bytes) -> bytes:
    """Return a part of the file that holds bytes above 127, which alone tell encodings apart."""
    first = HIGH.search(data)
    start = max(0, first.start() - SAMPLE // 4) if first else 0
    return data[start : start + SAMPLE]


def _reads_well(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    letters = sum(char.isalpha() for char in text)
    high = [char for char in text if char > "\x7f"]
    accented = [char for char in high if char.isalpha() and "\xc0" <= char <= "\u017f"]
    return (
        "\ufffd" not in text
        and all(char in TYPOGRAPHY or char in accented for char in set(high))
        and len(accented) <= MOST_ACCENTED * letters
        and not CAPITAL_INSIDE.search(text)
        and not any(char.isupper() for char in accented[:1] if encoding == "mac_roman")
    )
