"""Subtitle files (.vtt, .srt) as a text with times: a line for each voice of each cue, `Name: words` if named."""

from __future__ import annotations

from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.readers.cues import Cue, cues
from ownwords.inquiry.method.text.readers.marks import spoken
from ownwords.inquiry.method.text.readers.source import Draft, Source
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.method.text.result import TimePoint
from ownwords.inquiry.method.text.speakers.labels import labelled
from ownwords.inquiry.method.text.speakers.proposing import sure_labels
from ownwords.inquiry.method.text.starts import Start


def read_vtt(source: Source) -> Draft:
    """Read WebVTT."""
    return _read(source, webvtt=True)


def read_srt(source: Source) -> Draft:
    """Read SubRip."""
    return _read(source, webvtt=False)


def _read(source: Source, *, webvtt: bool) -> Draft:
    decoded = source.decoded()
    if len(decoded.text) > source.limits.characters:
        raise CannotRead("too_long", limit=source.limits.characters)
    found = cues(clean(decoded.text, source.notes), source.notes, webvtt=webvtt)
    if not found:
        raise CannotRead("no_text")
    page = _Page(source.notes)
    for cue in found:
        page.add(cue, webvtt=webvtt)
    return Draft(
        "\n".join(page.lines),
        decoded.encoding,
        decoded.guessed,
        times=tuple(page.times),
        starts=page.starts(),
    )


class _Page:
    """The text so far, with the place of each cue and of each voice."""

    def __init__(self, notes: Notes) -> None:
        self.lines: list[str] = []
        self.times: list[TimePoint] = []
        self._found: list[tuple[Start, bool]] = []
        self._length = 0
        self._notes = notes

    def add(self, cue: Cue, *, webvtt: bool) -> None:
        """Write the voices of a cue."""
        self.times.append(TimePoint(self._length, cue.start_ms, cue.end_ms))
        for voice, heard in spoken("\n".join(cue.lines), webvtt=webvtt):
            words = clean(heard, self._notes)
            line = f"{voice}: {words.lstrip(' ')}" if voice else words
            label, said_from = (voice, len(voice) + 2) if voice else labelled(line) or (None, 0)
            start = Start(self._length, self._length + said_from, label, cue.start_ms)
            self._found.append((start, bool(voice)))
            self.lines.append(line)
            self._length += len(line) + 1

    def starts(self) -> tuple[Start, ...]:
        """Return where turns begin: voices, labels that count, and cues of nobody.

        Cues of one speaker that follow each other are one turn, and so are cues without a label after one with.
        """
        labels = [start.label for start, voiced in self._found if start.label and not voiced]
        sure = sure_labels(labels, len(self._found))
        done: list[Start] = []
        for start, voiced in self._found:
            label = start.label if voiced or start.label in sure else None
            if done and done[-1].label is not None and label in (done[-1].label, None):
                continue
            done.append(start if label else Start(start.at, start.at, None, start.at_ms))
        return tuple(done)
