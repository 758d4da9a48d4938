"""``ownwords inquiry``: studies, their material and what is found in it. Nothing is imported before it is asked for.

A new verb is a module of its own and one line here.
"""

import click

from ownwords.cli.lazy import LazyGroup, Verb

VERBS = {
    "import": Verb("ownwords.cli.inquiry.importing", "Bring transcripts and documents into a study."),
    "list": Verb("ownwords.cli.inquiry.listing", "The documents, codes or codings of a study."),
    "export-codebook": Verb(
        "ownwords.cli.inquiry.export_codebook", "Write the codes of a study to a file (.csv, .docx, .qdc)."
    ),
    "import-refi": Verb(
        "ownwords.cli.inquiry.refi", "Bring in a project or codebook (.qdpx, .qdc).", "import_command"
    ),
    "export-refi": Verb("ownwords.cli.inquiry.refi", "Write a study to a project (.qdpx).", "export_command"),
    "export-codings": Verb(
        "ownwords.cli.inquiry.export_codings",
        "Write all coded passages to a file (.csv, .xlsx, .html, .docx).",
    ),
    "demo": Verb("ownwords.cli.inquiry.demo", "Make a made-up study to look at and to learn on."),
    "agreement": Verb("ownwords.cli.inquiry.agreement", "Agreement between coders, from a table (CSV)."),
    "suggest": Verb(
        "ownwords.cli.inquiry.suggest", "Look for passages that codes might fit, in a study that wants it."
    ),
    "report": Verb("ownwords.cli.inquiry.report", "Write the report of a study to a file (.docx, .html)."),
    "checklist": Verb(
        "ownwords.cli.inquiry.checklist",
        "Write COREQ or SRQR, filled from the record, to a file (.docx, .csv).",
    ),
    "query": Verb(
        "ownwords.cli.inquiry.query", "Which codes meet, codes by attribute, agreement, in a study."
    ),
}


@click.group(cls=LazyGroup, verbs=VERBS)
def inquiry() -> None:
    """From what people say to findings that can be traced."""
