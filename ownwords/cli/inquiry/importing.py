"""``ownwords inquiry import STUDY FILE...``: transcripts and documents, each whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ownwords.cli.files import read_whole
from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.inquiry.studies import study_named
from ownwords.cli.runtime import django_database
from ownwords.cli.words import Refusal, counted, say

if TYPE_CHECKING:
    from ownwords.inquiry.models import Study
    from ownwords.people.viewer import Viewer

KINDS = ("interview", "group", "document", "note", "answers")


@click.command()
@click.argument("study")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--kind", type=click.Choice(KINDS), default="interview", show_default=True, help="What they are."
)
@click.option("--as", "who", default="", metavar="SIGN-IN-NAME", help="Under whose account they are kept.")
@click.option("--encoding", default="", help="The encoding of text files, where it is found out wrongly.")
@click.option("--json", "as_json", is_flag=True, help="Print the report for a program.")
def command(study: str, files: tuple[Path, ...], kind: str, who: str, encoding: str, as_json: bool) -> None:
    """Bring FILEs into STUDY: .txt, .md, .docx, .odt, .rtf, .pdf, .vtt, .srt, .html.

    STUDY is its id, or its title letter for letter. The texts are kept under the account of --as, else of whoever leads
    the study. Speakers are proposed; somebody looks at them on the page of the text before they count.

    Status 0: all came in; 1: something was refused, and the others came in; 2: nothing could begin.
    """
    with django_database():
        found = study_named(study)
        viewer = researcher_for(found, who)
        results = [_brought(found, viewer, file, kind, encoding) for file in files]
    refused = [one for one in results if "refused" in one]
    if as_json:
        say(json.dumps({"study": str(found.id), "files": results}, ensure_ascii=False))
    else:
        say("\n".join(line for one in results for line in _lines(one)))
    if refused:
        raise click.exceptions.Exit(1)


def researcher_for(study: Study, who: str) -> Viewer:
    """Return the researcher of this sign-in name, or who leads the study. Raises Unusable: there is none."""
    from ownwords.inquiry.queries.listing import leading
    from ownwords.people.models import Account
    from ownwords.people.viewer import viewer_for

    account = Account.objects.filter(signin_name=who, is_active=True).first() if who else leading(study)
    viewer = viewer_for(account, "researcher") if account else None
    if viewer is None or viewer.role != "researcher":
        if who:
            raise Unusable(f"Nobody who signs in as “{who}” is a researcher today.")
        raise Unusable(f"Nobody leads “{study.title}” today. Say with --as who does this.")
    return viewer


def _brought(study: Study, viewer: Viewer, file: Path, kind: str, encoding: str) -> dict[str, Any]:
    from ownwords.inquiry.access import Need, open_study
    from ownwords.inquiry.actions.texts import Told, bring_in
    from ownwords.inquiry.method.text.limits import USUAL
    from ownwords.inquiry.method.text.refused import CannotRead
    from ownwords.inquiry.presenters.texts import note_sentences
    from ownwords.people.access import NotFound
    from ownwords.people.refusals import Refused
    from ownwords.people.viewer import seen_by

    try:
        data = read_whole(file, most=USUAL.size)
        with seen_by(viewer.account_id, viewer.role):
            opened = open_study(viewer, study.id, Need.CODE)
            brought = bring_in(
                opened=opened, told=Told(kind=kind), data=data, name=file.name, encoding=encoding or None
            )
    except NotFound:
        raise Unusable(f"{viewer.name} does not code in “{study.title}”.") from None
    except (CannotRead, Refusal) as no:
        return {"file": str(file), "refused": str(no)}
    except Refused as no:
        return {"file": str(file), "refused": " ".join(no.messages.values())}
    read = brought.found
    return {
        "file": str(file),
        "document": str(brought.source.id),
        "title": brought.source.title,
        "characters": brought.source.length,
        "encoding": brought.source.encoding or None,
        "speakers": [{"label": one.label, "turns": one.turns} for one in read.speakers] if read else [],
        "notes": note_sentences(read.notes) if read else [],
    }


def _lines(one: dict[str, Any]) -> list[str]:
    if "refused" in one:
        return [f"{one['file']}: refused. {one['refused']}"]
    speakers = ", ".join(f"{who['label']} ({who['turns']})" for who in one["speakers"])
    said = f"; speakers proposed: {speakers}" if speakers else ""
    return [
        f"{one['file']}: came in as “{one['title']}”, {counted(one['characters'], 'character')}{said}.",
        *(f"  {note}" for note in one["notes"]),
    ]
