"""The lives as data files, read and checked: a key that nobody reads is a mistake, not a wish."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from typing import Any

Table = dict[str, Any]

PERSON = frozenset(
    "key called full_name pronouns born nhs team since until ended_by stays_open account email phone contact language"
    " interpreter interpreter_words needs needs_words ethnicity ethnicity_words default notices worker"
    " worker_since spells beside say not_asked looks changed signin".split()
)
SAYING = frozenset(
    "key kind ago words by said said_name about rewording rewording_by see share tags tag_words standing answer"
    " answered kept_as happened_on happened approach aloud position was removed erase views domain domain_words time"
    " category example subject not_wanted why force origin origin_name kind_person kind_worker whose whose_names"
    " direction importance confidence a_bit hoped more obstacles needs review outcome steps template place answers"
    " disagree look_again uses why_links follows seen_from".split()
)
STEP = frozenset("words who name due status happened closed need ago by".split())


MEASURES = frozenset("switched_on line event form round asked own schedule".split())
LINE = frozenset(
    "person key often direction low high unit low_words high_words see share words ratings notes own closed".split()
)
RUN = frozenset("from every way by typed values".split())
SERVICE = frozenset(
    "key name about kinds times place street town district at bus access cost cost_for contact runs status gone"
    " changed online".split()
)
KNOWN = frozenset("service by ago visited phone turn_up step_free quiet_time ask_for cost notes".split())


class WrongData(ValueError):
    """A data file of the demonstration holds something that the loader does not understand."""


def service() -> Table:
    """Return organisations, teams, accounts: data/service.toml."""
    return _file("service.toml")


def measures() -> Table:
    """Return what people follow over the years: data/measures.toml. Raises WrongData."""
    found = _file("measures.toml")
    _only(found, MEASURES, "measures.toml")
    for table in found["line"]:
        _only(table, LINE, f"{table['person']}, {table['key']}")
        for run in table["ratings"]:
            _only(run, RUN, f"{table['person']}, {table['key']}")
    return found


def directory() -> Table:
    """Return what there is around the towns: data/directory.toml. Raises WrongData."""
    found = _file("directory.toml")
    for source in found["source"]:
        for one in source["service"]:
            _only(one, SERVICE, one["key"])
    for one in found["known"]:
        _only(one, KNOWN, one["service"])
    return found


def connections() -> Table:
    """Return maps, ties and what a team does around them: data/connections.toml."""
    return _file("connections.toml")


def peers() -> Table:
    """Return what is between people and peer workers: data/peers.toml."""
    return _file("peers.toml")


def as_json(text: str) -> Any:
    """Return a record that was read, as it is kept."""
    return json.loads(text)


def people() -> list[Table]:
    """Return every person of the demonstration, in the order of the files' names. Raises WrongData."""
    folder = resources.files("ownwords.demo").joinpath("data/lives")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    found = [person for name in names for person in _file(f"lives/{name}")["person"]]
    for person in found:
        _check(person)
    keys = [person["key"] for person in found]
    if len(set(keys)) < len(keys):
        raise WrongData("two people share one key")
    return found


def _file(name: str) -> Table:
    text = resources.files("ownwords.demo").joinpath("data", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _check(person: Table) -> None:
    _only(person, PERSON, person.get("key", "?"))
    for saying in person.get("say", []):
        where = f"{person['key']}: {saying.get('words', saying.get('kind', '?'))[:40]}"
        _only(saying, SAYING, where)
        for step in saying.get("steps", []):
            _only(step, STEP, where)


def _only(table: Table, known: frozenset[str], where: str) -> None:
    if strange := sorted(set(table) - known):
        raise WrongData(f"{where}: nobody reads {', '.join(strange)}")
