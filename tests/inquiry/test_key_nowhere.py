"""The key stands on no page, in no file and in no table of whoever does not keep it; nor in the journal of acts."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.http import StreamingHttpResponse
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.keys import keep_key
from ownwords.inquiry.models import Participant
from ownwords.ledger.models import Act
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.all_addresses import addresses, tables, things_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
NAME, CONTACT = "Wilhelmina Featherstonehaugh", "01632 960001"


@pytest.mark.parametrize("duty", ["lead", "coder", "reader"])
def test_no_page_file_or_table_of_who_keeps_no_key_says_who_somebody_is(
    opened: OpenedStudy, duty: str
) -> None:
    """inquiry 28: the key is in another place with another permission and in no export."""
    study = opened.study
    who = make.researcher(study.organisation)
    make.member(study, who, duty)
    ids = things_of(study)
    keep_key(opened=opened, participant_id=ids["participant_id"], seen=0, name=NAME, contact=CONTACT)
    visitor = client_for((who, "researcher"))
    for name, page in addresses(ids).items():
        answer = visitor.get(page)
        body = answer.getvalue() if isinstance(answer, StreamingHttpResponse) else answer.content
        assert NAME.encode() not in body, name
        assert CONTACT.encode() not in body, name
    with seen_by(who.id, "researcher"):
        seen = tables()
    assert seen["inquiry_participantkey"] == []
    assert NAME not in str(seen)
    taken = visitor.post(reverse("inquiry:exchange", args=[study.id]), {"form": "qdpx"})
    with zipfile.ZipFile(io.BytesIO(taken.content)) as files:
        assert all(NAME.encode() not in files.read(one) for one in files.namelist())
    assert NAME not in str(list(Act.objects.values()))
    assert Participant.objects.get().pseudonym == "Maple"
