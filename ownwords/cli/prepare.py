"""What ``serve`` does before it opens the door, in a process of its own that gives its memory back.

Run as ``python -m ownwords.cli.prepare [--demo]`` with ``DATABASE_URL`` set. Progress goes to standard
error; the demonstration's sign-ins go to standard output as JSON.
"""

import importlib
import json
import os
import sys
from pathlib import Path

import click

from ownwords.cli.migrate import bring_up_to_date
from ownwords.cli.runtime import set_up_django
from ownwords.cli.words import run_in_words


@click.command()
@click.option("--demo", is_flag=True)
def prepare(demo: bool) -> None:
    """Migrate, and with --demo load the demonstration into an empty database."""
    url = os.environ["DATABASE_URL"]
    set_up_django(url)
    _make_static_folder()
    bring_up_to_date(url)
    click.echo(json.dumps(_demonstration() if demo else []))


def _make_static_folder() -> None:
    """Make the folder of collected files, which the static file server wants to exist."""
    from django.conf import settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def _demonstration() -> list[list[str]]:
    """Load the demonstration when the database is empty; return one sign-in per role."""
    room = importlib.import_module("ownwords.demo")
    room.load_if_empty()
    return [[str(part) for part in row] for row in room.signins()]


if __name__ == "__main__":
    sys.exit(run_in_words(prepare))
