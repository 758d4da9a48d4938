"""``ownwords measures list``: every instrument, its licence class, on or off, and what is unconfirmed."""

import json

import click

from ownwords.cli.words import say
from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.unconfirmed import unconfirmed


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the list for a program.")
def command(as_json: bool) -> None:
    """List the instruments.

    "on" is offered from the start; "off" waits until the service switches it on. Class A comes with its words, B
    only in a marked pack, C never: there the service adds the words that it is licensed for.
    """
    found = instruments().values()
    if as_json:
        say(json.dumps([_row(one) for one in found], indent=1))
        return
    say(f"{'key':<16} {'class':<5} {'':<3} {'words':<5} name")
    for one in found:
        state, words = "on" if one.shipped_on else "off", "yes" if one.has_text else "no"
        say(f"{one.key:<16} {one.licence.klass:<5} {state:<3} {words:<5} {one.name}")
        if doubtful := unconfirmed(one):
            say(f"{'':<16} unconfirmed: {', '.join(fact.fact for fact in doubtful)}")


def _row(one: Instrument) -> dict[str, object]:
    return {
        "key": one.key,
        "name": one.name,
        "class": one.licence.klass,
        "on": one.shipped_on,
        "words": one.has_text,
        "items": len(one.items),
        "direction": one.direction,
        "unconfirmed": [fact.fact for fact in unconfirmed(one)],
        "doubts": list(one.doubts),
    }
