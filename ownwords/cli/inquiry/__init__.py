"""``ownwords inquiry``: studies, their material and what is found in it. Nothing is imported before it is asked for.

A new verb is a module of its own and one line here.
"""

import click

from ownwords.cli.lazy import LazyGroup, Verb

VERBS = {
    "export-codebook": Verb(
        "ownwords.cli.inquiry.export_codebook", "Write the codes of a study to a file (.csv, .docx, .qdc)."
    ),
    "agreement": Verb("ownwords.cli.inquiry.agreement", "Agreement between coders, from a table (CSV)."),
}


@click.group(cls=LazyGroup, verbs=VERBS)
def inquiry() -> None:
    """From what people say to findings that can be traced."""
