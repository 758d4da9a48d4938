"""``ownwords measures check FILE.toml``: is a definition, or a service's own text, complete?"""

import tomllib
from pathlib import Path

import click

from ownwords.cli.files import read_whole
from ownwords.cli.measures.common import find, problems
from ownwords.cli.words import Refusal, counted, say
from ownwords.measures.method.loading import read_instrument
from ownwords.measures.method.texts import PACK_FILE, from_pack, read_pack, read_text, with_text
from ownwords.measures.method.unconfirmed import unconfirmed
from ownwords.people.method.definition_file import IncompleteDefinition


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Check FILE and say everything that is missing, each with its place in the file.

    FILE is the definition of an instrument, the words of one (it then has instrument = "..."), or the pack.toml of
    a pack, whose other files are then compared with it.
    """
    try:
        content = read_whole(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not UTF-8 text.") from error
    try:
        if file.name == PACK_FILE:
            say(_check_pack(file))
            return
        say(_check_text(content, file) if _is_text(content) else _check_definition(content, file))
    except IncompleteDefinition as error:
        raise Refusal(problems(error)) from error


def _is_text(content: str) -> bool:
    try:
        return "instrument" in tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        return False


def _check_text(content: str, file: Path) -> str:
    text = read_text(content, str(file))
    found = with_text(find(text.instrument), text)
    return f"{file}: the words of {found.name} are complete ({counted(len(found.items), 'item')})."


def _check_pack(file: Path) -> str:
    pack = read_pack(file.absolute().parent)
    forms = [from_pack(find(key), pack).name for key in pack.texts]
    return f"{file}: {pack.name} is whole, under {pack.licence}; it has the words of {', '.join(forms)}."


def _check_definition(content: str, file: Path) -> str:
    found = read_instrument(content, str(file))
    holds = f"{counted(len(found.items), 'item')}, {counted(len(found.scores), 'score')}"
    said = f"{file}: {found.name} is complete ({holds})."
    doubtful = ", ".join(fact.fact for fact in unconfirmed(found))
    return f"{said}\nUnconfirmed: {doubtful}. No threshold or band among these is used." if doubtful else said
