"""Whether a passage may be quoted: one rule for reports, files, charts, and what is put to people."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from uuid import UUID


class Quotable(StrEnum):
    """Whether a passage may be quoted, and why not; the value is what a file says of it.

    ``NOBODY``: no participant speaks, as in a document or in what the team says itself; nobody's agreement is needed.
    """

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not stated"
    NOBODY_KNOWN = "nobody known"
    NOBODY = ""

    @property
    def in_files(self) -> str:
        """What a file says of it: "yes", "no", "not stated", or "" where no participant speaks."""
        return str(self.NOT_ASKED if self is self.NOBODY_KNOWN else self)


NOT_TO_QUOTE = frozenset({Quotable.NO.in_files, Quotable.NOT_ASKED.in_files})
"""What a file says of a passage beside which stands that it is not to be quoted."""


def may_be_quoted(
    voices: Collection[tuple[UUID | None, bool]], answers: Mapping[UUID, bool], *, spoken: bool
) -> Quotable:
    """Return whether a passage may be quoted: everybody who speaks in it has to have agreed.

    Args:
        voices: the participant and whether it is somebody of the team who asks, for each turn with words in the
            passage; (None, False) where nobody has said yet who speaks.
        answers: what holds of being quoted, by participant; who was not asked is left out.
        spoken: whether the text is what people said, and so belongs to somebody, also where it is not known to whom.
    """
    people = {who for who, _asks in voices if who is not None}
    said = {answers.get(who) for who in people}
    if False in said:
        return Quotable.NO
    if None in said:
        return Quotable.NOT_ASKED
    if spoken and (not voices or (None, False) in voices):
        return Quotable.NOBODY_KNOWN
    return Quotable.YES if people else Quotable.NOBODY
