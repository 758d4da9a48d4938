"""``ownwords connections import-directory FILE|URL``: take in a directory, and say of each record what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ownwords.cli.files import read_whole
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say
from ownwords.connections.method.directory.profiles import PROFILES

if TYPE_CHECKING:
    from ownwords.connections.actions.directory_import import Outcome
    from ownwords.connections.method.directory.document import Header, Item
    from ownwords.connections.method.directory.remarks import Remark

MOST_BYTES = 512 * 1024 * 1024
MOST_LISTED = 100
NOTHING_READ = 2


@click.command()
@click.argument("source", metavar="FILE|URL")
@click.option(
    "--profile", type=click.Choice(PROFILES), default="oruk-3", show_default=True, help="The format."
)
@click.option(
    "--name", default="", help="What the feed is called here; its address or file name when left out."
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option("--json", "as_json", is_flag=True, help="Print the report for a program.")
def command(source: str, profile: str, name: str, dry_run: bool, as_json: bool) -> None:
    """Take in a directory of services: Open Referral UK 3.0 or HSDS 3.0, from a file or a live address.

    A file holds a page, a list of services, one service, or one service a line. Sound records are taken in, each
    unsound one is told with its path and the reason. The same feed again changes nothing. What is no longer in the
    feed is marked and stays; what people here know of a place is never touched. Status 0: done, also with
    warnings; 2: nothing could be read, and nothing was changed.
    """
    is_live = source.casefold().startswith(("http://", "https://"))
    items = _live(source) if is_live else _file(Path(source))
    with django_database():
        from ownwords.connections.actions.directory_import import import_directory

        called = name or (source if is_live else Path(source).name)
        outcome = import_directory(source=called[:300], items=items, profile=profile, dry_run=dry_run)
    say(json.dumps(_data(outcome), ensure_ascii=False) if as_json else "\n".join(_lines(outcome)))
    if not outcome.read:
        raise click.exceptions.Exit(NOTHING_READ)


def _live(url: str) -> Iterator[Item | Header | Remark]:
    from ownwords.connections.actions.directory_feed import read_feed

    return read_feed(url)


def _file(path: Path) -> Iterator[Item | Header | Remark]:
    """Read a file now, so that one that is not there is told before the database is asked for."""
    content = read_whole(path, most=MOST_BYTES)
    return _of_text(content)


def _of_text(content: bytes) -> Iterator[Item | Header | Remark]:
    from ownwords.connections.method.directory.document import items
    from ownwords.connections.method.directory.remarks import Remark

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        said = f"The text is not UTF-8 (first at byte {error.start:,}). Signs that cannot be read show as �."
        yield Remark("", "encoding", said)
        text = content.decode("utf-8", "replace")
    yield from items(text)


def _lines(done: Outcome) -> list[str]:
    """Return the report for people."""
    found = [_line(one) for one in done.remarks[:MOST_LISTED]]
    left = len(done.remarks) - MOST_LISTED + done.unsaid if len(done.remarks) > MOST_LISTED else done.unsaid
    if left > 0:
        found.append(f"... and {left:,} more.")
    if done.kinds and (left > 0 or len(done.remarks) > 10):
        counts = ", ".join(f"{kind} {number:,}" for kind, number in done.kinds.items())
        found.append(f"By kind: {counts}.")
    if not done.read:
        return [*found, "Nothing could be read, and nothing was changed."]
    found.append(
        f"{counted(done.records, 'record')}, {counted(done.read, 'service')} read, {done.refused:,} refused."
    )
    if not done.whole:
        found.append("The feed was not read to its end, so nothing is marked as gone.")
    said = f"{done.added:,} added, {done.changed:,} changed, {done.unchanged:,} unchanged, {done.gone:,} gone"
    said += f", {done.back:,} back again." if done.back else "."
    return [*found, f"Dry run, nothing kept: {said}" if done.dry_run else said]


def _line(one: Remark) -> str:
    where = one.path or "the feed"
    return f"{where}: {one.reason}" + (f" [{one.record}]" if one.record else "")


def _data(done: Outcome) -> dict[str, Any]:
    """Return the report for programs."""
    found = asdict(done)
    found["remarks"] = [asdict(one) for one in done.remarks]
    return found
