"""What in a text may identify somebody, as suggestions: nothing is ever replaced by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.text.identifying import suggest
from ownwords.inquiry.models import Participant, Source
from ownwords.inquiry.queries.texts import whole_text

MOST_LOOKED, MOST_SHOWN, AROUND = 500_000, 150, 40


@dataclass(frozen=True, slots=True)
class MayIdentify:
    """Words that may identify somebody: how often, of which kind, and where they stand first."""

    words: str
    kind: str
    count: int
    before: str
    after: str


def may_identify(
    opened: OpenedStudy, source: Source, keys: Sequence[str] = ()
) -> tuple[str, list[MayIdentify]]:
    """Return a text and what in it may identify somebody, each wording once, in order of place.

    Args:
        keys: the names in the key, where the viewer keeps it and has looked at it (`actions.keys.look_at_keys`).
            Pseudonyms are no names.
    """
    text = whole_text(source)
    names = [part for name in keys for part in [name, *name.split()] if len(part) > 1]
    here = Participant.objects.filter(study_id=opened.study.id)
    never = list(here.values_list("pseudonym", flat=True))
    found: dict[tuple[str, str], list[int]] = {}
    for one in suggest(text[:MOST_LOOKED], names, never=never):
        found.setdefault((text[one.start : one.end], one.kind), []).append(one.start)
    return text, [
        MayIdentify(
            words, kind, len(at), text[max(0, at[0] - AROUND) : at[0]].split("\n")[-1],
            text[at[0] + len(words) : at[0] + len(words) + AROUND].split("\n")[0],
        )
        for (words, kind), at in list(found.items())[:MOST_SHOWN]
    ]  # fmt: skip


def replaced(text: str, by: dict[str, str], source_words: list[MayIdentify]) -> str:
    """Return a text with each wording replaced everywhere it stands as words of its own, the longest first."""
    wanted = sorted((one.words for one in source_words if by.get(one.words)), key=len, reverse=True)
    if not wanted:
        return text
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in wanted))
    return pattern.sub(lambda found: by[found[0]], text)
