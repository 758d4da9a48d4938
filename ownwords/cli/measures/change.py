"""``ownwords measures change INSTRUMENT FILE.csv``: reliable change for everybody in a file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.measures.common import find
from ownwords.cli.words import Refusal, note
from ownwords.measures.method.change import rule_from
from ownwords.measures.method.definitions import Direction, Instrument, ReliableChange, Score, Source
from ownwords.measures.method.talking_therapies_rules import packaged

if TYPE_CHECKING:
    import polars as pl

    from ownwords.measures.method.change_frame import Yardstick

METHODS = ("jt", "nhs", "important", "gln", "hll", "en", "nk", "ha")


@click.command()
@click.argument("key", metavar="INSTRUMENT")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--method", type=click.Choice(METHODS), default="jt", show_default=True, help="How to judge change."
)
@click.option("--score", "score_key", default="", help="A score other than the first, such as wellbeing.")
@click.option("--sd", type=float, help="With --reliability: work the threshold out from this spread.")
@click.option("--reliability", type=float, help="Reliability of the form, 0 to 1.")
@click.option("--read-in", default="", help="Where you read figures that are not confirmed here; uses them.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here (.csv or .parquet).")
def command(
    key: str, file: Path, method: str, score_key: str, sd: float | None, reliability: float | None, read_in: str,
    out: Path | None,
) -> None:  # fmt: skip
    """Say for each person in FILE how their score changed, and whether that is more than chance.

    FILE has the columns person, date (YYYY-MM-DD) and score; blank, NA or declined is no score. Written out are first
    and last score, change, verdict, recovery, threshold, method, SD, r and source. First and last are the earliest and
    the latest day; two scores of one day count in the order of the file. If anything in FILE is wrong, nothing is
    written.

    Methods: jt (reliable change by the published threshold, or worked out from --sd and --reliability), nhs (national
    thresholds), important (smallest difference people call important), and the rivals of jt that take their figures
    from the whole group: gln, hll, en, nk, ha (these need --reliability).
    """
    from ownwords.cli.measures.tables import check_target, write_frame

    check_target(out, [file])
    instrument = find(key)
    try:
        score = instrument.score(score_key)
        yardstick = _yardstick(instrument, score, method, sd, reliability, read_in)
        found = _changes(file, score, yardstick)
    except (KeyError, ValueError) as error:
        said = str(error.args[0])
        raise Refusal(f"{said[:1].upper()}{said[1:]}.") from error
    write_frame(found, out)
    _summary(found, out)


def _changes(file: Path, score: Score, yardstick: "Yardstick") -> "pl.DataFrame":
    from ownwords.cli.measures.tables import read_frame, refuse
    from ownwords.measures.method.change_frame import change_frame
    from ownwords.measures.method.score_rows import COLUMNS, Limits, read_rows

    table = read_frame(file, COLUMNS)
    today = date.today()  # noqa: DTZ011  (the day where the program runs)
    rows = read_rows(table, Limits(score.low, score.high, score.whole, today))
    lines = table.get_column("line")
    refuse(file, [f"line {lines[row]}: {fault}" for row, fault in rows.faults.iter_rows()])
    if rows.without:
        note(f"{rows.without} rows hold no score and were left out.")
    return change_frame(rows.scores, yardstick)


def _yardstick(
    instrument: Instrument,
    score: Score,
    method: str,
    sd: float | None,
    reliability: float | None,
    read_in: str,
) -> "Yardstick":
    from ownwords.measures.method.change_frame import Yardstick
    from ownwords.measures.method.variants import Variant

    direction = instrument.better(score)
    if method in ("jt", "nhs", "important"):
        rule = _rule(instrument, score, method, sd, reliability)
        cut_off = score.cut_off if score.cut_off and (score.cut_off.source.confirmed or read_in) else None
        return Yardstick(
            direction, _if_confirmed(instrument, rule, read_in), cut_off, felt=method == "important"
        )
    known = score.reliable_change.reliability if score.reliable_change else None
    r = reliability if reliability is not None else known
    if r is None:
        raise ValueError(f"{instrument.name} has no published reliability here; give --reliability")
    return Yardstick(direction, variant=Variant(method), reliability=r)


def _rule(
    instrument: Instrument, score: Score, method: str, sd: float | None, reliability: float | None
) -> ReliableChange | None:
    if (sd is None) != (reliability is None):
        raise ValueError("give --sd and --reliability together")
    if method == "important":
        return score.important_difference
    if method == "nhs":
        return _national(instrument, score)
    if sd is not None and reliability is not None:
        given = Source(f"Jacobson & Truax 1991, from SD {sd:g} and reliability {reliability:g} as given")
        return rule_from(sd=sd, reliability=reliability, source=given)
    return score.reliable_change


def _national(instrument: Instrument, score: Score) -> ReliableChange | None:
    """Return the national threshold: of Talking Therapies, or one the definition takes from national code."""
    known = packaged().measures.get(instrument.key)
    if known is not None and known.on and instrument.better(score) is Direction.DOWN:
        return ReliableChange(known.reliable, None, None, "NHS Talking Therapies", Source(known.source))
    rule = score.reliable_change
    return rule if rule is not None and rule.variant == "national code" else None


def _if_confirmed(instrument: Instrument, rule: ReliableChange | None, read_in: str) -> ReliableChange | None:
    if rule is None or rule.source.confirmed or read_in:
        return rule
    note(
        f"{instrument.name}: the threshold of {rule.points:g} points is not confirmed and was not used. "
        "Once you have read it in a source, say where with --read-in."
    )
    return None


def _summary(found: "pl.DataFrame", out: Path | None) -> None:
    """Say completeness first: how many have two scores at all."""
    people, twice = found.height, found.get_column("last").count()
    note(f"{people} people, {twice} with scores on two days or more; of the rest no change is known.")
    counts = found.get_column("verdict").value_counts(sort=True)
    for verdict, number in counts.iter_rows():
        note(f"  {number}  {verdict}")
    if out is not None:
        note(f"Written to {out}.")
