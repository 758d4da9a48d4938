"""``ownwords measures talking-therapies FILE.csv``: counts, denominators and rates by the national definitions."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from ownwords.cli.measures.tables import refuse, rows_of
from ownwords.cli.words import Refusal, note, say
from ownwords.measures.method.talking_therapies import outcome
from ownwords.measures.method.talking_therapies_rates import (
    Counts,
    Rate,
    Rates,
    Service,
    rate,
    rates,
    service,
)
from ownwords.measures.method.talking_therapies_rules import Rules, packaged, switched_on
from ownwords.measures.method.talking_therapies_table import (
    COUNT_COLUMNS,
    REFERRAL_COLUMNS,
    counts_of,
    referrals_of,
)

NAMES = {
    "improvement": "Reliable improvement",
    "no_change": "No reliable change",
    "deterioration": "Reliable deterioration",
    "recovery": "Recovery",
    "reliable_recovery": "Reliable recovery",
}


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--from-counts",
    "counts",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A table of counts instead.",
)
@click.option(
    "--on", "on", multiple=True, metavar="FORM=WHERE", help="Use an unconfirmed form; say where you read it."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path | None, counts: Path | None, on: tuple[str, ...], as_json: bool) -> None:
    """Count outcomes of NHS Talking Therapies by the national definitions, with every denominator.

    FILE has one row for each referral and form: referral, problem (code or name of the latest primary problem),
    measure, first, last (blank if there is none), finished (yes or no: ended, with two attended treatment
    appointments).

    With --from-counts the table holds period, finished, not_at_caseness, improvement, deterioration, no_change,
    recovery and reliable_recovery; * or blank is a hidden count. Recovery rates divide by finished minus not at
    caseness, the others by finished. If anything in the file is wrong, nothing is worked out.
    """
    rules = _rules(on)
    if (file is None) == (counts is None):
        raise Refusal("Give a FILE of referrals, or --from-counts and a table of counts.")
    if counts is not None:
        _from_counts(counts, rules, as_json=as_json)
    elif file is not None:
        _from_referrals(file, rules, as_json=as_json)


def _rules(on: tuple[str, ...]) -> Rules:
    rules = packaged()
    for one in on:
        key, _, where = one.partition("=")
        try:
            rules = switched_on(rules, key.strip().lower(), note=where)
        except KeyError as error:
            raise Refusal(f"No form is called {key!r}; there are {', '.join(rules.measures)}.") from error
        except ValueError as error:
            raise Refusal(f"{str(error).capitalize()}: --on {key}='Manual, version and page'.") from error
    return rules


def _from_referrals(file: Path, rules: Rules, *, as_json: bool) -> None:
    table = referrals_of(rows_of(file, REFERRAL_COLUMNS), rules)
    refuse(file, table.faults)
    found = service(outcome(one, rules) for one in table.referrals)
    for name, number in table.unknown.items():
        note(f"{name} is no form of these definitions; {number} rows with it were not used.")
    if as_json:
        say(json.dumps({"rules": rules.version, **_service(found)}, indent=1))
        return
    for line in _told(found):
        say(line)


def _from_counts(file: Path, rules: Rules, *, as_json: bool) -> None:
    table = counts_of(rows_of(file, COUNT_COLUMNS))
    refuse(file, table.faults)
    if as_json:
        periods = [{"period": period, **_counted(counts, rates(counts))} for period, counts in table.periods]
        say(json.dumps({"rules": rules.version, "periods": periods}, indent=1))
        return
    for period, counts in table.periods:
        say(f"{period}: {counts.finished:,} finished")
        for line in _lines(rates(counts)):
            say(line)


def _told(found: Service) -> list[str]:
    counts = found.counts
    below = f"{counts.not_at_caseness:,}"
    return [
        f"Rules {packaged().version}. {found.referrals:,} referrals, {counts.finished:,} finished.",
        f"Both forms filled in twice: {rate(found.paired, counts.finished).reads}. Of the rest no change is known.",
        f"At caseness at first: {found.at_caseness:,}; not: {below}; not known: {found.caseness_unknown:,}.",
        f"Judged by GAD-7 in place of the form made for the problem: {found.fell_back:,}.",
        *_lines(found.rates),
    ]


def _lines(found: Rates) -> list[str]:
    return [f"  {name:<24}{getattr(found, key).reads}" for key, name in NAMES.items()]


def _service(found: Service) -> Mapping[str, Any]:
    return {
        "referrals": found.referrals,
        "paired": _rate(rate(found.paired, found.counts.finished)),
        "at_caseness": found.at_caseness,
        "caseness_unknown": found.caseness_unknown,
        "fell_back": found.fell_back,
        **_counted(found.counts, found.rates),
    }


def _counted(counts: Counts, found: Rates) -> Mapping[str, Any]:
    return {
        **asdict(counts),
        "unclassified": counts.unclassified,
        "denominators": {"finished": counts.finished, "finished_minus_not_at_caseness": counts.could_recover},
        "rates": {key: _rate(getattr(found, key)) for key in NAMES},
    }


def _rate(one: Rate) -> Mapping[str, Any]:
    return {
        "per_cent": None if one.per_cent is None else float(one.per_cent),
        "numerator": one.numerator,
        "denominator": one.denominator,
        "reads": one.reads,
    }
