"""Turns worked out again when a person has said who the labels are. The text stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ownwords.inquiry.method.text.result import Turn


def corrected(turns: Sequence[Turn], who: Mapping[str, str | None]) -> tuple[Turn, ...]:
    """Return the turns with each label replaced by the speaker that `who` gives it; labels that it leaves out stay.

    Two labels with one speaker are merged by name. None says "this is no speaker": such a turn, its label included, is
    words of the turn before it; where none is before it, it is words of nobody.
    """
    done: list[Turn] = []
    for turn in turns:
        label = turn.label if turn.label is None else who.get(turn.label, turn.label)
        if turn.label is None or label is not None:
            done.append(replace(turn, label=label))
        elif done:
            done[-1] = replace(done[-1], end=turn.end)
        else:
            done.append(replace(turn, said_from=turn.start, label=None))
    return tuple(done)
