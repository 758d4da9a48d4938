"""The forms in which a line of a transcript names its speaker."""

from __future__ import annotations

import re

from ownwords.inquiry.method.text.clock import STAMP, TIME
from ownwords.inquiry.method.text.speakers.words import is_label

#: A time before or after a label, with or without brackets; a bare time needs a space before the next word.
WHEN = rf"(?:{STAMP}|{TIME}(?=[\s:：\-–—]|$))"
#: Emphasis of Markdown round a label.
BOLD = r"(?:\*\*|__|\*|_)?"
SPACE = r"[ \t]*+"
#: `Name:`, `NAME:`, `Name (0:45):`, `[00:01:02] Name:`. A colon that digits or slashes follow is none of these.
COLON = re.compile(
    rf"{SPACE}(?:(?P<before>{WHEN}){SPACE}[-–—]?{SPACE})?{BOLD}(?P<label>[^\s:：\[\]<>*](?:[^:：\[\]<>*\n]{{0,60}}?[^\s:：\[\]<>*])??)"
    rf"{BOLD}(?:[ \t]*(?P<after>{WHEN}))?[ \t]*[:：](?![/\\\d]){BOLD}(?P<gap>\s*(?:{STAMP}\s*)?)"
)
#: `[Name]`, with or without a colon; a link of Markdown is none.
BRACKETS = re.compile(
    rf"{SPACE}(?:(?P<before>{WHEN}){SPACE})?\[(?P<label>[^\[\]\n]{{1,60}})\](?!\(){SPACE}(?P<after>{WHEN})?{SPACE}[:：]?\s*"
)
NAME = r"(?P<label>[^\s:：\[\]<>](?:[^\n:：\[\]<>]{0,60}?[^\s:：\[\]<>])??)"
#: `Name  0:45` alone on its line; the words follow on the next.
ALONE = re.compile(rf"{SPACE}{NAME}(?:[ \t]*[-–—,|]{SPACE}|[ \t]+)(?P<after>{WHEN}){SPACE}(?:\n\s*|$)")
#: `0:45 Name` alone on its line.
AFTER_TIME = re.compile(rf"{SPACE}(?P<before>{WHEN})[ \t]++{NAME}{SPACE}(?:\n\s*|$)")
#: `<v Name>` left in a text.
VOICE = re.compile(r"[ \t]*<v(?:\.[^\s>]*)?[ \t]+(?P<label>[^>\n]{1,60})>\s*")
FORMS = (VOICE, BRACKETS, ALONE, AFTER_TIME, COLON)


def heading(text: str, at: int = 0) -> tuple[str, int, str] | None:
    """Return (label, where the words begin, time as written or "") of a line that begins at `at`, or None."""
    for form in FORMS:
        found = form.match(text, at)
        if found is None:
            continue
        label = " ".join(found["label"].split())
        if form is VOICE or is_label(label):
            parts = found.groupdict()
            stamp = parts.get("before") or parts.get("after") or parts.get("gap") or ""
            return label, found.end(), stamp.strip()
    return None


def labelled(line: str) -> tuple[str, int] | None:
    """Return (label, where the words begin) of one line that names its speaker with a colon or brackets, or None."""
    found = heading(line)
    return found[:2] if found else None
