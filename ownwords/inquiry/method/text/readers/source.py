"""What a reader is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from ownwords.inquiry.method.text.decoding import Decoded, decode
from ownwords.inquiry.method.text.layout import Row
from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.text.result import TimePoint
from ownwords.inquiry.method.text.starts import Start


@dataclass(slots=True)
class Source:
    """The bytes of one file, its bounds, and the encoding that a person chose, if any."""

    data: bytes
    limits: Limits
    named: str | None = None
    notes: Notes = field(default_factory=Notes)
    _decoded: Decoded | None = None

    def decoded(self, declared: str | None = None) -> Decoded:
        """Return the file as characters; decoded once."""
        if self._decoded is None:
            self._decoded = decode(self.data, self.notes, named=self.named, declared=declared)
        return self._decoded


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before its speakers are proposed: rows of outer tables, or the starts that a subtitle file names."""

    text: str
    encoding: str | None = None
    guessed: bool = False
    pages: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    times: tuple[TimePoint, ...] = ()
    starts: tuple[Start, ...] | None = None
