"""``ownwords inquiry demo``: a made-up study to look at and to learn on, in a service that runs."""

from __future__ import annotations

import json
from typing import Any

import click

from ownwords.cli.inquiry.ratings_file import Unusable
from ownwords.cli.runtime import django_database, settings
from ownwords.cli.words import counted, say


@click.command()
@click.option("--into", metavar="ORGANISATION", default="", help="Its name, where there are several.")
@click.option("--as", "lead", metavar="SIGN-IN-NAME", default="", help="The researcher who leads the study.")
@click.option("--beside", metavar="SIGN-IN-NAME", default="", help="A researcher who codes beside them.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(into: str, lead: str, beside: str, as_json: bool) -> None:
    """Make a made-up study: 8 interviews, 2 focus groups, a codebook, what two people coded, memos.

    An empty database gets the whole demonstration, and the study with it. Among real people the study's title says that
    it is made up; only those who work in it see it, and it stays. Without --beside, what the second person coded is
    left out. Done twice for the same researcher it changes nothing.
    """
    production = settings().is_production
    with django_database():
        facts = _made(into, lead, beside, fill=not production)
    said = "has been made" if facts["made"] else "was there already"
    counts = ", ".join(
        counted(facts[several], one)
        for one, several in (("text", "texts"), ("code", "codes"), ("coded passage", "codings"))
    )
    words = f"“{facts['title']}” {said}, led by {facts['lead']}: {counts}.\n{facts['study']}"
    say(json.dumps(facts, ensure_ascii=False) if as_json else words)


def _made(into: str, lead: str, beside: str, *, fill: bool) -> dict[str, Any]:
    from ownwords import demo
    from ownwords.demo.study import make_once
    from ownwords.demo.study_whose import NobodyFits, find_researchers

    if fill and not (into or lead or beside):
        demo.load_if_empty(progress=False)
    try:
        whose = find_researchers(into=into, lead=lead, second=beside)
    except NobodyFits as no:
        raise Unusable(str(no)) from no
    study, made = make_once(whose.lead, whose.second)
    return {
        "study": str(study.id),
        "title": study.title,
        "lead": whose.lead.name,
        "made": made,
        **_counts(study),
    }


def _counts(study: Any) -> dict[str, int]:
    from ownwords.inquiry.models import Code, Coding, Source

    here = {"study": study, "removed_at": None}
    texts, codes = Source.objects.filter(**here).count(), Code.objects.filter(**here).count()
    return {"texts": texts, "codes": codes, "codings": Coding.objects.filter(study=study).count()}
