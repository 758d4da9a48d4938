"""Cues of subtitle files. WebVTT and SubRip differ in marks, not in what a cue is, so that one reader takes both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.method.text.clock import milliseconds
from ownwords.inquiry.method.text.notes import Notes

TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
TIMING = re.compile(rf"^\s*({TIME})\s*-->\s*({TIME})(?:\s.*)?$")
#: Blocks of a WebVTT file that are not speech.
ASIDE = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue as it stands: times in milliseconds, lines without their marks' meaning."""

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


def cues(text: str, notes: Notes, *, webvtt: bool) -> list[Cue]:
    """Return every cue in the order of the file; no line of words is lost. `text` has LF as its line end."""
    lines = text.split("\n")
    timings = [(number, found) for number, line in enumerate(lines) if (found := TIMING.match(line))]
    found_cues = []
    notes.add("cue_comments", _asides_before(lines, timings[0][0], webvtt=webvtt) if timings else 0)
    for index, (number, timing) in enumerate(timings):
        following = timings[index + 1][0] if index + 1 < len(timings) else len(lines)
        body = _body(lines, number + 1, following, last=index + 1 == len(timings))
        found_cues.append(_cue(timing, _speech(body, notes, webvtt=webvtt)))
    _say_what_is_odd(found_cues, notes)
    return [cue for cue in found_cues if any(line.strip() for line in cue.lines)]


def _asides_before(lines: Sequence[str], first: int, *, webvtt: bool) -> int:
    """Count the blocks above the first cue: comments, styles, a title; not the head of a WebVTT file."""
    above = _body(lines, 0, first, last=False)
    starts = [at for at, line in enumerate(above) if line.strip() and (at == 0 or not above[at - 1].strip())]
    return len(starts) - int(webvtt and bool(starts))


def _body(lines: Sequence[str], start: int, following: int, *, last: bool) -> list[str]:
    """Return the lines between one timing and the next, without the name or number of the next cue."""
    body = list(lines[start:following])
    if (
        not last
        and body
        and body[-1].strip()
        and (not body[:-1] or not body[-2].strip() or body[-1].strip().isdecimal())
    ):
        body.pop()
    return body


def _speech(body: Sequence[str], notes: Notes, *, webvtt: bool) -> tuple[str, ...]:
    """Return the lines of a cue. What follows a blank line belongs to no cue and is kept with this one."""
    said: list[str] = []
    aside = blank = False
    for line in body:
        if not line.strip():
            blank, aside = True, False
        elif aside or (webvtt and blank and ASIDE.match(line)):
            notes.add("cue_comments", int(not aside))
            aside = True
        else:
            notes.add("cue_lines_stray", int(blank))
            said.append(line)
    return tuple(said)


def _cue(timing: re.Match[str], lines: tuple[str, ...]) -> Cue:
    return Cue(milliseconds(timing[1]) or 0, milliseconds(timing[2]) or 0, lines)


def _say_what_is_odd(found: Sequence[Cue], notes: Notes) -> None:
    latest = previous = 0
    for cue in found:
        notes.add("cues_empty", int(not any(line.strip() for line in cue.lines)))
        notes.add("cues_overlapping", int(cue.start_ms < latest))
        notes.add("cues_out_of_order", int(cue.start_ms < previous))
        notes.add("cues_backwards", int(cue.end_ms < cue.start_ms))
        latest, previous = max(latest, cue.end_ms), cue.start_ms
