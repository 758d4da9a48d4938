"""The two verbs that only hold others."""

import click

from ownwords.cli.lazy import LazyGroup, Verb


@click.group(
    cls=LazyGroup,
    verbs={
        "import": Verb("ownwords.cli.people_import", "Read a caseload export (CSV); shows a dry run first.")
    },
)
def people() -> None:
    """Read people in from another system."""


@click.group(
    cls=LazyGroup,
    verbs={"person": Verb("ownwords.cli.export", "Write everything kept about one person to a file.")},
)
def export() -> None:
    """Write out what is kept about one person."""
