"""A group of verbs whose modules are imported only when one of them is asked for."""

import importlib
from typing import Any, NamedTuple

import click


class Verb(NamedTuple):
    """Where a verb is: its module, the sentence for the list, and the name of the click command in it."""

    module: str
    short_help: str
    attribute: str = "command"


class LazyGroup(click.Group):
    """A click group that lists its verbs without importing them."""

    def __init__(self, *args: Any, verbs: dict[str, Verb], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order they were given: the order of a service's life."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb and return its command, None when there is no such verb."""
        verb = self.verbs.get(cmd_name)
        if verb is None:
            return None
        found = getattr(importlib.import_module(verb.module), verb.attribute)
        assert isinstance(found, click.Command), verb  # noqa: S101  (our own table is right or it is not)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs from the table alone."""
        with formatter.section("Verbs"):
            formatter.write_dl([(name, verb.short_help) for name, verb in self.verbs.items()])
