"""``ownwords peers``: how people come back, worked out from files. No verb here starts a database."""

import click

from ownwords.cli.lazy import LazyGroup, Verb

VERBS = {
    "returns": Verb("ownwords.cli.peers.returns", "Spells, returns and time to return from contacts (CSV)."),
    "mcf": Verb("ownwords.cli.peers.mcf", "Mean cumulative number of events, robust variance (CSV)."),
}


@click.group(cls=LazyGroup, verbs=VERBS)
def peers() -> None:
    """Returns as successes: how many come back, how soon, how often."""
