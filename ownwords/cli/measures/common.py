"""What the verbs about instruments share: finding one, with the site's own words where it has some."""

from pathlib import Path

from ownwords.cli.words import Refusal
from ownwords.measures.method.catalogue import instrument
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.texts import site_texts, with_text
from ownwords.people.method.definition_file import IncompleteDefinition


def find(key: str, texts: Path | None = None) -> Instrument:
    """Return an instrument, with its text from a site's folder. Raises Refusal in words."""
    try:
        found = instrument(key)
    except KeyError as error:
        said = str(error.args[0])
        raise Refusal(f"{said[:1].upper()}{said[1:]}{'' if said.endswith('?') else '.'}") from error
    if texts is None:
        return found
    try:
        words = site_texts(texts).get(found.key)
        return with_text(found, words) if words else found
    except IncompleteDefinition as error:
        raise Refusal(problems(error)) from error


def problems(error: IncompleteDefinition) -> str:
    """Return what is wrong with a file, one line each."""
    return "\n".join([f"{error.where} is not complete:", *(f"  {problem}" for problem in error.problems)])
