"""Making a text of a feed plain: no HTML, no control signs, no more than fits."""

from __future__ import annotations

import html
import re

MOST_NAME = 300
MOST_TEXT = 20_000
MOST_LINE = 1_000

_TAG = re.compile(r"<[a-zA-Z/!?]")
_BLOCKS = re.compile(r"(?i)<\s*(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^>]{0,200}>")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)
_SPACES = re.compile("[ \t\u00a0]+")
_GAPS = re.compile(r"\s*\n\s*\n\s*")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_LINK = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(?::\d{1,5})?(?:[/?#][^\s<>\"'\\]{0,1900})?", re.IGNORECASE)
_PHONE = re.compile(r"[0-9+() .\-/]{5,40}(?:(?:ext|x)\.? ?\d{1,6})?", re.IGNORECASE)


def plain(text: str, most: int = MOST_TEXT) -> tuple[str, bool, bool]:
    """Return a text without HTML and control signs, whether it held HTML, and whether it was cut.

    Paragraphs stay apart. What only looks like HTML ("fewer than < 5") stays. Reading the result once more gives the
    same, so that a text cannot become HTML by being cleaned.
    """
    cut = len(text) > most * 4
    had_html = bool(_TAG.search(text)) or ("&" in text and html.unescape(text) != text)
    out = _without_html(text[: most * 4]) if had_html else text[: most * 4]
    out = _tidy(out)
    if len(out) > most:
        out, cut = out[:most].rstrip(), True
    return out, had_html, cut


def _without_html(text: str) -> str:
    import nh3

    for _round in range(3):
        if not _TAG.search(text) and ("&" not in text or html.unescape(text) == text):
            return text
        broken = _BLOCKS.sub("\n", text)
        text = html.unescape(nh3.clean(broken, tags=set(), clean_content_tags={"script", "style"}))
    # Escaped more than three times over: nobody writes so by mistake.
    return text.replace("<", "‹").replace(">", "›").replace("&", "+")


def _tidy(text: str) -> str:
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SPACES.sub(" ", text)
    return _GAPS.sub("\n\n", text).strip()


def printable(text: str) -> str:
    """Return a text without signs that no text holds (NUL, half of a sign, marks that turn the line round)."""
    return text if text.isascii() and text.isprintable() else _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def is_address(text: str) -> bool:
    """Whether this can be an e-mail address. Says nothing about anybody reading it."""
    return len(text) <= 254 and bool(_ADDRESS.fullmatch(text))


def is_link(text: str) -> bool:
    """Whether this is a web address that may stand on a page: http or https, a host, no blanks or quotes."""
    return bool(_LINK.fullmatch(text))


def is_phone(text: str) -> bool:
    """Whether this is a number that can be rung."""
    return bool(_PHONE.fullmatch(text)) and sum(sign.isdigit() for sign in text) >= 3
