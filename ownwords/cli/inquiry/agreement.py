"""``ownwords inquiry agreement FILE.csv``: how far coders agree beyond chance. Starts no database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ownwords.cli.words import counted, say
from ownwords.inquiry.method.agreement.names import NAMES

if TYPE_CHECKING:
    from ownwords.inquiry.method.agreement.result import Result


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--measure", type=click.Choice(NAMES), required=True, help="Which coefficient.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path, measure: str, as_json: bool) -> None:
    """Say how far coders agree, and on how many units it rests.

    FILE is a CSV file with a header: a row for each unit, a column for each coder, the category in the cell; a blank
    cell is a gap. cohen and scott are for two coders and use units that both coded; the others take any number and use
    units coded by two or more. Ordinal, interval and ratio need numbers.

    Where nothing can be said, as when nobody coded or everybody always said the same, the value is null with a reason:
    that is neither 0 nor 1. If anything in FILE is wrong, nothing is worked out, and the status is 2.
    """
    from ownwords.cli.inquiry.ratings_file import read_ratings
    from ownwords.inquiry.method.agreement.measures import MEASURES

    of = MEASURES[measure]
    table = read_ratings(file, measure=measure, numeric=of.numeric, two_coders=of.two_coders)
    found = of.of(table)
    say(json.dumps(_data(found)) if as_json else _told(found))


def _data(found: Result) -> dict[str, object]:
    return {
        "measure": found.measure,
        "value": found.value,
        "units": found.units,
        "coders": found.coders,
        "reason": None if found.reason is None else str(found.reason),
    }


def _told(found: Result) -> str:
    from ownwords.inquiry.method.agreement.result import Standing

    told = {Standing.BELOW_CHANCE, Standing.PERFECT}  # a value just above 0 is no finding, and gets no word
    rests = f"{counted(found.units, 'unit')}, {counted(found.coders, 'coder')}"
    said = str(found.reason) if found.value is None else f"{found.value:.4f}"
    if found.standing in told:
        said += f" ({found.standing})"
    if found.measure == "percent" and found.value is not None:
        said = f"{found.value:.1%}, chance not taken off"
    return f"{found.measure}: {said}\n{rests}"
