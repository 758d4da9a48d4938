"""Every address of a study, and every thing in one that an address may name."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.urls import get_resolver, reverse

from ownwords.inquiry.models import (
    Attribute,
    Chart,
    ChartColumn,
    CheckingFinding,
    Code,
    CodeRule,
    Coding,
    Incident,
    Memo,
    Property,
    Relation,
    SamplingDecision,
    SamplingGroup,
    Stage,
    Study,
    StudyMember,
    StudyPaper,
    StudyStep,
    Suggestion,
)
from tests import studying as make

Ids = dict[str, Any]


def things_of(study: Study) -> Ids:
    """Make one of everything in a study; return the ids as addresses name them."""
    by = {"study": study, "made_by": study.made_by}
    text, code = make.source(study), make.code(study)
    coding = make.coding(code, text, 25, 32)
    made = {
        **made_of_codes(study, code, coding),
        "source_id": text,
        "code_id": code,
        "coding_id": coding,
        "participant_id": make.participant(study),
        "member_id": StudyMember.objects.filter(study=study).first(),
        "memo_id": Memo.objects.create(**by, about="source", about_id=text.id, words="A thought of ours"),
        "paper_id": StudyPaper.objects.create(**by, kind="guide", number=1, words="A question of ours"),
        "group_id": SamplingGroup.objects.create(**by, words="Peers of ours"),
        "decision_id": SamplingDecision.objects.create(**by, words="Ask them", gap="A gap of ours"),
        "attribute_id": Attribute.objects.create(**by, name="Years with us"),
        "step_id": StudyStep.objects.create(study=study, account=study.made_by, did="code_made", changes=[]),
    }
    return {
        "study_id": study.id,
        "number": 1,
        "checklist": "coreq",
        **{name: row.id for name, row in made.items() if row},
    }


def made_of_codes(study: Study, code: Code, coding: Coding) -> Ids:
    """Make one of everything that is made of codes; return the rows by the names that addresses give their ids."""
    by = {"study": study, "made_by": study.made_by}
    theme = make.theme(study)
    finding = make.finding(study, themes=[theme])
    chart = Chart.objects.create(**by, title="A chart of ours")
    category, other = make.category(code), make.category(make.code(study, "Another of ours"))
    kept = Property.objects.create(
        **by, category=category, name="Depth", from_pole="a little", to_pole="a lot"
    )
    asked = make.asked(study)
    return {
        "theme_id": theme,
        "extract_id": make.extract(theme, coding),
        "finding_id": finding,
        "chart_id": chart,
        "column_id": ChartColumn.objects.create(**by, chart=chart, code=code),
        "stage_id": Stage.objects.create(**by, name="Open coding"),
        "category_id": category,
        "property_id": kept,
        "incident_id": Incident.objects.create(**by, property=kept, coding=coding, place=40),
        "relation_id": Relation.objects.create(**by, of=category, to=other, kind="condition"),
        "round_id": asked.round,
        "asked_group_id": asked.group,
        "put_id": CheckingFinding.objects.create(**by, round=asked.round, finding=finding, words="Is it so?"),
        "respondent_id": asked,
        "rule_id": CodeRule.objects.create(**by, code=code, expressions="walk*"),
        "proposal_id": Suggestion.objects.create(
            study=study, source=coding.source, code=code, text_version=1, start=0, end=5, by="rule",
            model="own words", model_version="1", asked_by=study.made_by,
        ),
    }  # fmt: skip


def addresses(ids: Ids) -> dict[str, str]:
    """Return every address that these ids fill, by its name."""
    found = {}
    for name, ways in get_resolver().namespace_dict["inquiry"][1].reverse_dict.lists():
        if isinstance(name, str) and set(wanted := ["study_id", *ways[0][0][0][1]]) <= set(ids):
            found[name] = reverse(f"inquiry:{name}", kwargs={one: ids[one] for one in wanted})
    return dict(sorted(found.items()))


def tables() -> dict[str, list[Any]]:
    """Return every row of every table of inquiry that the present role sees."""
    seen = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'inquiry\\_%' AND relkind = 'r'")
        for (table,) in sorted(cursor.fetchall()):
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            seen[table] = cursor.fetchall()
    return seen
