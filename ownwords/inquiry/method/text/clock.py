"""Times as they stand in transcripts, in milliseconds."""

from __future__ import annotations

import re

#: 0:45, 12:07, 1:02:03, 00:01:02.500, 00:01:02,500, and 00:01:02-5 as one transcription program writes tenths.
CLOCK = r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:[.,-](?P<part>\d{1,3}))?"
#: The same without names, for use inside larger patterns.
TIME = re.sub(r"\?P<\w+>", "?:", CLOCK)
#: A time between brackets, parentheses or hash signs.
STAMP = rf"(?:\[\s*{TIME}\s*\]|\(\s*{TIME}\s*\)|#{TIME}#)"
_CLOCK = re.compile(CLOCK)


def milliseconds(words: str) -> int | None:
    """Return the first time in `words` in milliseconds, or None. Minutes beside hours are below 60."""
    found = _CLOCK.search(words)
    if found is None:
        return None
    hours, minutes, seconds = int(found["hours"] or 0), int(found["minutes"]), int(found["seconds"])
    if found["hours"] is not None and minutes > 59:
        return None
    part = int((found["part"] or "0").ljust(3, "0"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + part
