"""``ownwords demo``: made-up people, a few with lives or a great many for measuring."""

import click

from ownwords.cli.runtime import django_database, settings
from ownwords.cli.words import Refusal, say


@click.command()
@click.option(
    "--people", type=click.IntRange(1, 1_000_000), help="A large service for measuring, of so many people."
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="Another seed, other people."
)
@click.option("--quiet", is_flag=True, help="Show no progress bar.")
def command(people: int | None, seed: int, quiet: bool) -> None:
    """Fill an empty database with made-up people.

    Without --people it is the demonstration: two trusts, six teams, some sixty lives, two years. Done twice it
    changes nothing. A database with real people in it is refused, and so is production mode.
    """
    if settings().is_production:
        raise Refusal("OWNWORDS_MODE is production: made-up people are never put beside real ones.")
    with django_database():
        from ownwords.demo import DemonstrationRefused

        try:
            _large(people, seed, quiet) if people else _lives(quiet)
        except DemonstrationRefused as refusal:
            raise Refusal(str(refusal)) from refusal


def _lives(quiet: bool) -> None:
    from ownwords import demo

    if demo.is_loaded():
        say("The made-up people are there already; nothing was changed.")
    demo.load(progress=not quiet)
    for row in demo.signins():
        say(f"  {row.role}: {row.name} ({row.signin_name})")


def _large(people: int, seed: int, quiet: bool) -> None:
    from ownwords.demo.large import load_large

    made = load_large(people, seed=seed, progress=not quiet)
    say(f"{made.people} people, {made.entries} entries, {made.steps} steps in {made.seconds:.0f} seconds.")
