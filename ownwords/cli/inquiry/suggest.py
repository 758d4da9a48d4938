"""``ownwords inquiry suggest STUDY --by rule|meaning``: look through every text for passages that codes might fit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from ownwords.cli.inquiry.importing import researcher_for
from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.inquiry.studies import study_named
from ownwords.cli.runtime import django_database
from ownwords.cli.words import counted, say

if TYPE_CHECKING:
    from ownwords.inquiry.models import Study
    from ownwords.people.viewer import Viewer

PATIENCE = 10.0


@click.command()
@click.argument("study")
@click.option("--by", type=click.Choice(("rule", "meaning")), required=True, help="By words, or by likeness.")
@click.option(
    "--unit", type=click.Choice(("sentence", "turn")), default="sentence", show_default=True, help="What is proposed."
)  # fmt: skip
@click.option(
    "--as", "who", default="", metavar="SIGN-IN-NAME", help="Who asks: somebody who codes in the study."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(study: str, by: str, unit: str, who: str, as_json: bool) -> None:
    """Look through all texts of STUDY for passages that its codes might fit, and keep them as suggestions.

    STUDY is its id, or its title letter for letter. Whoever leads it must have switched this on. The suggestions count
    nowhere until somebody who codes has accepted them on the pages of the study. Without --as, whoever leads it asks.
    """
    with django_database():
        found = study_named(study)
        facts = _looked(found, researcher_for(found, who), by, unit)
    told = (
        f"{counted(facts['texts'], 'text')} looked through, {counted(facts['proposed'], 'new suggestion')}."
    )
    say(json.dumps({"study": str(found.id), "by": by, **facts}) if as_json else told)


def _looked(study: Study, viewer: Viewer, by: str, unit: str) -> dict[str, Any]:
    """Look a while at a time, each in a transaction of its own, so that nobody who codes has to wait."""
    from ownwords.inquiry.access import Need, open_study
    from ownwords.inquiry.actions.suggesting import Look, look
    from ownwords.people.access import NotFound
    from ownwords.people.refusals import Refused
    from ownwords.people.viewer import seen_by

    proposed, reached, begun = 0, None, False
    try:
        while reached is not None or not begun:
            with seen_by(viewer.account_id, viewer.role):
                opened = open_study(viewer, study.id, Need.CODE)
                done = look(opened=opened, asked=Look(by, unit), begin=reached, patience=PATIENCE)
            begun, reached, proposed = True, done.reached, proposed + done.proposed
    except NotFound:
        raise Unusable(f"{viewer.name} does not code in “{study.title}”.") from None
    except Refused as no:
        raise Unusable(" ".join(no.messages.values())) from None
    return {"texts": done.texts, "proposed": proposed}
