"""What reading a file gives. Offsets count code points of `ReadText.text`, ends are exclusive, times milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.inquiry.method.text.notes import Note


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of speech. The label stays in the text, between `start` and `said_from`; the words are the rest."""

    start: int
    said_from: int
    end: int
    label: str | None = None
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A label that is proposed as a speaker: how many turns it has, and the first words of the first of them."""

    label: str
    turns: int
    first_words: str


@dataclass(frozen=True, slots=True)
class TimePoint:
    """The words from `at` on were said from `start_ms` on, until `end_ms` where the file says it."""

    at: int
    start_ms: int
    end_ms: int | None = None


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file as text. `turns` and `speakers` are a proposal, which a person corrects before it counts."""

    text: str
    format: str
    encoding: str | None
    guessed: bool
    pages: tuple[int, ...] = ()
    times: tuple[TimePoint, ...] = ()
    turns: tuple[Turn, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    notes: tuple[Note, ...] = ()
