"""``ownwords connections``: measures of maps, and maps and directories in and out.

Nothing is imported before it is asked for; a new verb is one line here.
"""

import click

from ownwords.cli.lazy import LazyGroup, Verb

VERBS = {
    "metrics": Verb("ownwords.cli.connections.metrics", "Measure maps of connections (CSV or GraphML)."),
    "export-map": Verb(
        "ownwords.cli.connections.export_map", "Write one person's map to a file (CSV in a ZIP, or GraphML)."
    ),
    "import-directory": Verb(
        "ownwords.cli.connections.import_directory",
        "Take in a directory of services: a file or a live address.",
    ),
    "import-places": Verb(
        "ownwords.cli.connections.import_places", "Take in where postcode districts are (CSV)."
    ),
}


@click.group(cls=LazyGroup, verbs=VERBS)
def connections() -> None:
    """Maps of connections: measure them; read directories; write maps out."""
