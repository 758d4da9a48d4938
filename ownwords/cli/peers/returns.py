"""``ownwords peers returns FILE.csv``: spells of contact, returns, and how soon people come back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ownwords.cli.peers.common import read_table, refuse
from ownwords.cli.words import say

if TYPE_CHECKING:
    from ownwords.peers.method.frames import Service
    from ownwords.peers.method.spells import Counts

SHOWN_DAYS = (30, 60, 91, 182, 365, 730, 1096, 1826)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--gap", type=click.IntRange(1, 36525), required=True, metavar="DAYS", help="Longest gap inside a spell."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path, gap: int, as_json: bool) -> None:
    """Say how many spells of contact there were, how many people came back, and how soon.

    FILE has the columns person, date, outcome, censor_date, censor_kind. Contacts are met, spoke and
    answered_by_message; other outcomes are passed over. censor_date is the last day on which the person was observed,
    censor_kind is cut_off (or blank), died or moved_away. A row without date and outcome only gives these.

    A spell is a run of contacts with no gap longer than DAYS. A return is a contact in which the person was met, after
    a longer gap: time away runs from the last contact of a spell to the next time they met. Speaking or a message
    starts a new spell and ends no time away. A gap counts once it has passed before censor_date. Death and moving away
    compete with coming back. Counts are given at half and at double the gap as well.

    If anything in FILE is wrong, nothing is worked out, and the status is 2.
    """
    from ownwords.peers.method import frames
    from ownwords.peers.method.rows import CONTACT_COLUMNS, read_contacts

    table = read_table(file, CONTACT_COLUMNS)
    rows = read_contacts(table)
    refuse(file, table, rows.faults)
    contacts = frames.prepare(rows.contacts, rows.observed)
    found = frames.service(contacts, gap)
    if as_json:
        say(json.dumps(_data(found, contacts.day.size)))
        return
    for line in _told(found):
        say(line)


def _data(found: Service, contacts: int) -> Mapping[str, Any]:
    return {
        **_counts(found.given),
        "contacts": contacts,
        "half_gap": _counts(found.half),
        "double_gap": _counts(found.double),
        "curve": found.curve.to_dicts(),
    }


def _counts(one: Counts) -> Mapping[str, Any]:
    return {
        "gap": one.gap if isinstance(one.gap, int) else float(one.gap),
        "people": one.people,
        "without_contact": one.without_contact,
        "spells": one.spells,
        "spells_not_ended": one.spells_not_ended,
        "returns": one.returns,
        "away_now": one.away_now,
        "competing": one.competing,
        "not_met": one.not_met,
    }


def _told(found: Service) -> Iterator[str]:
    one = found.given
    yield f"{one.people:,} people, {one.without_contact:,} of them without any contact."
    yield ""
    yield f"{'gap (days)':<14}{'spells':>10}{'returns':>10}{'still away':>12}{'died, moved':>13}"
    for each in (found.half, one, found.double):
        row = f"{each.spells:>10,}{each.returns:>10,}{each.away_now:>12,}{each.competing:>13,}"
        yield f"{float(each.gap):<14g}{row}"
    yield ""
    yield f"Of times away of more than {one.gap} days, back by:"
    yield f"{'day':<14}{'at risk':>10}{'back':>10}{'95% interval':>18}"
    yield from _curve(found)
    if not found.curve.height:
        yield "  Nobody came back, died or moved away in the time."


def _curve(found: Service) -> Iterator[str]:
    """Give the last step on or before each of some days, then the last of all, each once."""
    from ownwords.peers.method.cumulative import bounds

    steps = found.curve.to_dicts()
    chosen: dict[int, dict[str, Any]] = {}
    for limit in (*SHOWN_DAYS, float("inf")):
        before = [step for step in steps if step["day"] <= limit]
        if before:
            chosen[before[-1]["day"]] = before[-1]
    for step in chosen.values():
        low, high = bounds(step["incidence"], step["variance"])
        interval = f"{low:.1%} to {min(1.0, high):.1%}"
        yield f"{step['day']:<14,}{step['at_risk']:>10,}{step['incidence']:>10.1%}{interval:>18}"
