"""Every page of the made-up study opens for who leads it, and says nothing that hurts."""

from __future__ import annotations

import re

import pytest

from ownwords.demo.study import LEAD
from ownwords.inquiry import models
from ownwords.people.models import Account
from tests.inquiry.all_addresses import Ids, addresses
from tests.signed_in import client_for
from tests.site.test_words import BANNED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]
#: Files, and pages that need to know more than their address says, or are of charts whose rows are texts.
LEFT_OUT = re.compile(
    r"_(file|export)$|^(agreement_apart|cooccurrence_pair|decision_add|matrix_cell|compare_with|text_strike)$|^chart_text"
)


def ids_of_it() -> Ids:
    """Return one of everything in the study, as addresses name it."""
    there = {
        "source_id": models.Source.objects.filter(title__startswith="Interview 5"),
        "code_id": models.Code.objects.filter(removed_at__isnull=True, holds_codings=True),
        "coding_id": models.Coding.objects.filter(source__title__startswith="Interview 5"),
        "participant_id": models.Participant.objects.filter(pseudonym="Juniper"),
        "memo_id": models.Memo.objects.filter(made_by__signin_name=LEAD),
        "paper_id": models.StudyPaper.objects.all(), "group_id": models.SamplingGroup.objects.all(),
        "attribute_id": models.Attribute.objects.all(), "member_id": models.StudyMember.objects.all(),
        "theme_id": models.Theme.objects.filter(name="Needed, not only asked"),
        "extract_id": models.ThemeExtract.objects.filter(theme__name="Needed, not only asked"),
        "finding_id": models.Finding.objects.all(), "chart_id": models.Chart.objects.all(),
        "column_id": models.ChartColumn.objects.all(), "stage_id": models.Stage.objects.all(),
        "category_id": models.Category.objects.filter(core=True), "property_id": models.Property.objects.all(),
        "incident_id": models.Incident.objects.all(), "relation_id": models.Relation.objects.all(),
        "round_id": models.CheckingRound.objects.all(), "asked_group_id": models.CheckingGroup.objects.all(),
        "put_id": models.CheckingFinding.objects.all(), "rule_id": models.CodeRule.objects.all(),
        "respondent_id": models.Respondent.objects.filter(called="Juniper"),
    }  # fmt: skip
    found = {name: rows.order_by("id").values_list("id", flat=True)[0] for name, rows in there.items()}
    return {"study_id": models.Study.objects.get().id, "number": 1, "checklist": "coreq", **found}


def test_every_page_opens_and_says_nothing_that_hurts() -> None:
    """platform 4: also in what was made up for it."""
    signed_in = client_for((Account.objects.get(signin_name=LEAD), "researcher"))
    ids = ids_of_it()
    pages = {name: page for name, page in addresses(ids).items() if not LEFT_OUT.search(name)}
    pages["compare_two"] += f"?one=coding.{ids['coding_id']}&other=code.{ids['code_id']}"
    answers = {name: signed_in.get(page) for name, page in pages.items()}
    # What is there for a press alone leads back, or says that it is no page.
    wrong = {name: one.status_code for name, one in answers.items() if one.status_code not in (200, 303, 405)}
    assert wrong == {}
    assert len([one for one in answers.values() if one.status_code == 200]) > 100
    for name, answer in answers.items():
        text = re.sub(r"<[^>]*>", " ", answer.content.decode()).lower()
        assert not [word for word in BANNED if word in text], name
