"""The entry point: finds the verb, runs it, and turns errors into sentences."""

import sys

import click

from ownwords import __version__
from ownwords.cli.lazy import LazyGroup, Verb
from ownwords.cli.words import run_in_words

VERBS = {
    "serve": Verb("ownwords.cli.serve", "Start the service and its database; Ctrl-C stops both."),
    "demo": Verb("ownwords.cli.demo", "Fill an empty database with made-up people."),
    "migrate": Verb("ownwords.cli.migrate", "Bring the database up to this version."),
    "check": Verb("ownwords.cli.check", "Check settings and database; say how to mend each fault."),
    "people": Verb("ownwords.cli.groups", "Read people in from another system.", "people"),
    "account": Verb("ownwords.cli.account", "Make accounts for staff; renew a person's way in.", "account"),
    "reminders": Verb("ownwords.cli.reminders", "Send the reminders that people asked for.", "reminders"),
    "backup": Verb("ownwords.cli.backup", "Write everything to one file, also while the service runs."),
    "restore": Verb("ownwords.cli.restore", "Put a backup back and compare every row."),
    "export": Verb("ownwords.cli.groups", "Write out what is kept about one person.", "export"),
    "measures": Verb(
        "ownwords.cli.measures", "Instruments: list, show, check; score files of answers.", "measures"
    ),
    "connections": Verb(
        "ownwords.cli.connections",
        "Maps of connections and the local directory: in, out, measures.",
        "connections",
    ),
    "peers": Verb("ownwords.cli.peers", "How people come back: returns and their curves.", "peers"),
    "inquiry": Verb("ownwords.cli.inquiry", "Studies: agreement between coders.", "inquiry"),
}


@click.group(cls=LazyGroup, verbs=VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ownwords")
def cli() -> None:
    """Ownwords: recovery support as each person defines it, kept in their own words.

    Settings come from variables named OWNWORDS_... and from DATABASE_URL; `ownwords check` reads them
    back. OWNWORDS_DATA_DIR is the folder that holds the database.
    """


def main() -> None:
    """Run the program and leave with its exit status: 0 done, 1 failed, 2 wrongly asked, 130 stopped."""
    sys.exit(run_in_words(cli))
