"""Subtitle files (.vtt, .srt) as a text with times: a line for each voice of each cue, `Name: words` if named."""

from __future__ import annotations

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.cues import Cue, cues
from ownwords.inquiry.method.text.readers.marks import spoken
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.method.text.result import TimePoint
from ownwords.inquiry.method.text.speakers.labels import labelled
from ownwords.inquiry.method.text.starts import Start


def read_vtt(source: Source) -> Draft:
    """Read WebVTT."""
    return _read(source, webvtt=True)


def read_srt(source: Source) -> Draft:
    """Read SubRip."""
    return _read(source, webvtt=False)


def _read(source: Source, *, webvtt: bool) -> Draft:
    decoded = source.decoded()
    found = cues(clean(decoded.text, source.notes), source.notes, webvtt=webvtt)
    if not found:
        raise CannotRead("no_text")
    page = _Page(source.limits, source.notes)
    for cue in found:
        page.add(cue, webvtt=webvtt)
    return Draft(
        "\n".join(page.lines),
        decoded.encoding,
        decoded.guessed,
        times=tuple(page.times),
        starts=tuple(page.starts),
    )


class _Page:
    """The text so far, with the place of each cue. Cues of one speaker that follow each other are one turn."""

    def __init__(self, limits: Limits, notes: Notes) -> None:
        self.lines: list[str] = []
        self.times: list[TimePoint] = []
        self.starts: list[Start] = []
        self._length = 0
        self._limits, self._notes = limits, notes

    def add(self, cue: Cue, *, webvtt: bool) -> None:
        """Write the voices of a cue."""
        self.times.append(TimePoint(self._length, cue.start_ms, cue.end_ms))
        for voice, heard in spoken("\n".join(cue.lines), webvtt=webvtt):
            words = clean(heard, self._notes)
            line = f"{voice}: {words.lstrip(' ')}" if voice else words
            self._start(line, voice, cue.start_ms)
            self.lines.append(line)
            self._length += len(line) + 1

    def _start(self, line: str, voice: str | None, at_ms: int) -> None:
        found = (voice, len(voice) + 2) if voice else labelled(line)
        label, said_from = found or (None, 0)
        last = self.starts[-1] if self.starts else None
        if last is not None and last.label is not None and label in (last.label, None):
            return
        self.starts.append(Start(self._length, self._length + said_from, label, at_ms))
