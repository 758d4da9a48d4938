"""What may be a speaker's label, and what only looks like one."""

from __future__ import annotations

import re

LONGEST = 40
MOST_WORDS = 5
#: Small words inside names and roles.
BETWEEN = frozenset("de del della der den di da du la le van von bin ibn ter ten of the and y e & +".split())
#: What speakers are called when they have no name; also in small letters.
ROLES = frozenset(
    "interviewer interviewee participant respondent speaker facilitator moderator researcher patient client carer nurse"
    " worker male female man woman voice unknown person co-facilitator observer q a i p r m f int res".split()
)
#: Headings of a transcript and sounds, which stand where labels stand.
NEVER = frozenset(
    "note notes summary date time place location venue title subject re topic duration length recorded recording"
    " transcript transcribed transcriber participants present attendees page source file version study setting warning"
    " example however laughter laughs laughing pause silence inaudible unclear crosstalk music applause crying sighs"
    " coughs background end start begin overlapping timestamp http https ftp mailto www tel".split()
)
WORD = re.compile(r"[^\W\d_](?:[\w'’.\-]*\w)?\.?", re.UNICODE)
NUMBER = re.compile(r"[#(]?[\w-]{0,6}\d[\w-]{0,6}\)?", re.UNICODE)


def is_label(words: str) -> bool:
    """Say whether `words` may be a speaker's label: a name, a role, a role with a number, capitals, or initials.

    Each word begins with a capital or has none (Arabic, Chinese), or is a number, a role, or a small word in a name.
    """
    parts = words.replace("(", " ").replace(")", " ").replace("/", " ").split()
    if not parts or len(words) > LONGEST or len(parts) > MOST_WORDS or parts[0][:1].isdigit():
        return False
    plain = [part.strip(".,#").casefold() for part in parts]
    if any(part in NEVER for part in plain) or plain[0] in BETWEEN or plain[-1] in BETWEEN - {"e", "y"}:
        return False
    return all(_fits(part, small, plain) for part, small in zip(parts, plain, strict=True))


def _fits(part: str, small: str, plain: list[str]) -> bool:
    if small in BETWEEN or small in ROLES or NUMBER.fullmatch(part):
        return True
    return bool(WORD.fullmatch(part)) and not part[0].islower()
