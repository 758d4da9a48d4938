"""``ownwords measures``: the instruments, and scoring and change for whole files. No verb here starts a database
unless it says so.
"""

import click

from ownwords.cli.lazy import LazyGroup, Verb

VERBS = {
    "list": Verb("ownwords.cli.measures.list", "The instruments there are, and what is unconfirmed."),
    "show": Verb("ownwords.cli.measures.show", "Everything about one instrument, with its sources."),
    "check": Verb("ownwords.cli.measures.check", "Say whether a definition or a text file is complete."),
    "score": Verb("ownwords.cli.measures.score", "Score a file of answers (CSV or Parquet)."),
    "change": Verb("ownwords.cli.measures.change", "Say who changed by more than chance (CSV)."),
    "talking-therapies": Verb(
        "ownwords.cli.measures.talking_therapies", "Count outcomes as nationally defined."
    ),
    "import-fhir": Verb("ownwords.cli.measures.import_fhir", "Read FHIR R4; say what is there, or keep it."),
    "export-fhir": Verb("ownwords.cli.measures.export_fhir", "Write somebody's measures as FHIR R4."),
}


@click.group(cls=LazyGroup, verbs=VERBS)
def measures() -> None:
    """Instruments: list, read and check them; score files of answers; work out change."""
