"""Which facts of an instrument nobody has confirmed, and how a service confirms one (recovery-support RS-20).

An unconfirmed threshold is kept and shown, labelled; nothing is computed with it until somebody who has the
publisher's page before them writes down where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ownwords.measures.method.definitions import Instrument, Score, Source
from ownwords.measures.method.unconfirmed import unconfirmed


def confirm(instrument: Instrument, notes: Mapping[str, str]) -> Instrument:
    """Return the instrument with some facts confirmed: fact -> where it was read.

    Raises KeyError for a fact that is not unconfirmed, ValueError for an empty note.
    """
    open_facts = {fact.fact for fact in unconfirmed(instrument)}
    for fact, note in notes.items():
        if fact not in open_facts:
            raise KeyError(
                f"{instrument.key} has no unconfirmed fact {fact!r}; open: {', '.join(open_facts)}"
            )
        if not note.strip():
            raise ValueError(f"{fact}: say where it was read")
    return replace(
        instrument,
        scores=tuple(_confirmed(score, notes) for score in instrument.scores),
        licence=replace(
            instrument.licence, source=_note(instrument.licence.source, notes.get("licence", ""))
        ),
        sources=tuple(
            _note(source, notes.get(f"sources.{place}", ""))
            for place, source in enumerate(instrument.sources, 1)
        ),
    )


def _note(source: Source, read: str) -> Source:
    return replace(source, confirmed=True, note=read) if read else source


def _confirmed(score: Score, notes: Mapping[str, str]) -> Score:
    def read(name: str, source: Source) -> Source:
        return _note(source, notes.get(f"{score.key}.{name}", ""))

    changed = {
        name: replace(threshold, source=read(name, threshold.source))
        for name in ("cut_off", "reliable_change", "important_difference")
        if (threshold := getattr(score, name))
    }
    return replace(
        score,
        formula=read("formula", score.formula) if score.formula else None,
        bands_source=read("bands", score.bands_source) if score.bands_source else None,
        rules=tuple(
            replace(
                rule,
                missing=replace(rule.missing, source=read(f"rules.{rule.version}", rule.missing.source)),
            )
            for rule in score.rules
        ),
        **changed,
    )
