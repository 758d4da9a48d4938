"""``ownwords inquiry query STUDY QUESTION``: what the pages of analysis and a chart say, for a program."""

from __future__ import annotations

import json
from typing import Any

import click

from ownwords.cli.words import say
from ownwords.inquiry.method.queries.kinds import Kind

QUESTIONS = ("cooccurrence", "matrix", "agreement", "proximity", "chart")


@click.command()
@click.argument("study")
@click.argument("question", type=click.Choice(QUESTIONS))
@click.argument("title", default="")
@click.option(
    "--kind", type=click.Choice([str(one) for one in Kind]), default="overlap", help="How codes meet."
)
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=0,
    help="Characters between, for --kind within; for proximity characters or turns.",
)
@click.option("--first", default="", help="For proximity: passages of this code (name or id).")
@click.option("--second", default="", help="For proximity: near passages of this code (name or id).")
@click.option(
    "--unit", type=click.Choice(["characters", "turns"]), default="characters", help="For proximity."
)
@click.option("--by", default="text", help="Columns: text, or the name of an attribute.")
@click.option("--of", type=click.Choice(["people", "texts"]), default="people", help="Whose attribute.")
@click.option("--branch", default="", help="Only this code and all below it (name or id).")
@click.option("--most", type=click.IntRange(min=1), default=None, help="Only so many of the most used codes.")
@click.option(
    "--coder", "coders", multiple=True, help="Whose coding (sign-in name); for agreement two or more."
)
@click.option("--json", "as_json", is_flag=True, help="Print the answer for a program.")
def command(study: str, question: str, title: str, as_json: bool, **options: Any) -> None:
    """Ask a question of the codings of STUDY, given by its id or its title; for chart, the TITLE or id of a chart.

    The command line sees everything that counts in the study, also while coding is blind. Without --json the answer is
    a table.
    """
    from ownwords.cli.inquiry.studies import study_named
    from ownwords.cli.runtime import django_database

    with django_database():
        from ownwords.cli.inquiry import query_answers  # reads models: only once Django is set up

        answer = getattr(query_answers, question)(study_named(study), {**options, "title": title})
    say(json.dumps(answer, ensure_ascii=False) if as_json else told(answer))


def told(answer: dict[str, Any]) -> str:
    """Return an answer as a table, one row a line, columns parted by tabs."""
    rows = answer["rows"]
    lines = ["\t".join(rows[0])] if rows else ["Nothing."]
    return "\n".join([*lines, *("\t".join(_cell(value) for value in row.values()) for row in rows)])


def _cell(value: Any) -> str:
    if value is None:
        return "undefined"
    if isinstance(value, list):
        return str(len(value))
    return f"{value:.4f}" if isinstance(value, float) else " ".join(str(value).split())
