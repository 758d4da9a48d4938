"""``ownwords measures score INSTRUMENT FILE.csv``: scores a file of answers, whatever its length."""

from datetime import date
from pathlib import Path

import click

from ownwords.cli.measures.common import find
from ownwords.cli.words import Refusal, note
from ownwords.measures.method.scoring import UnknownRule
from ownwords.measures.method.unconfirmed import unconfirmed


@click.command()
@click.argument("key", metavar="INSTRUMENT")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here (.csv or .parquet).")
@click.option("--rule", default="", help="Version of the scoring rule; the one in force if left out.")
@click.option(
    "--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of own words."
)
def command(key: str, file: Path, out: Path | None, rule: str, texts: Path | None) -> None:
    """Score the answers in FILE (.csv or .parquet) and write them out with their scores.

    FILE has the columns person, date (YYYY-MM-DD) and item1, item2, ...; blank is not answered, NA does not apply,
    declined is rather not say, and where a form asks what matters, "not chosen". Added are score, answered,
    prorated, band, flags and rule. A row with a fault is kept without a score; faults are listed and end the
    command with status 1. Without --out the result goes to the standard output.
    """
    from ownwords.cli.measures.scoring_file import score_file

    instrument = find(key, texts)
    try:
        outcome = score_file(instrument, file, out, rule=rule, today=date.today())  # noqa: DTZ011  (the day here)
    except UnknownRule as error:
        raise Refusal(str(error)) from error
    if doubtful := [fact.fact for fact in unconfirmed(instrument)]:
        note(f"{instrument.name}: not confirmed: {', '.join(doubtful)}. See: ownwords measures show {key}")
    if outcome.faulty:
        have = "has" if outcome.faulty == 1 else "have"
        note(f"{outcome.faulty} of {outcome.rows} rows {have} no score because of a fault:")
        for line in outcome.told:
            note(f"  {line}")
        if outcome.more:
            note(f"  and {outcome.more} more; every one is marked in the column flags.")
        raise click.exceptions.Exit(1)
    if out is not None:
        note(f"{outcome.rows} rows are in {out}.")
