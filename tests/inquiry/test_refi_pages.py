"""Bringing in and taking away by the pages of a study."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.models import Coding, Memo, Study
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.refi_studies import all_of, counts, inside, rich

pytestmark = pytest.mark.django_db


def bring(client: Client, study: Study, content: bytes):
    """Send a file to the page."""
    file = SimpleUploadedFile("given.qdpx", content)
    return client.post(reverse("inquiry:exchange_bring", args=[study.id]), {"file": file})


def test_a_project_comes_in_by_the_page(leads: Client, inquiry: Study, coder: Account) -> None:
    """Below the second lock; what others coded is not put under their account by somebody else."""
    rich(inquiry, coder)
    here = make.study(inquiry.made_by, title="Here")
    make.member(here, coder)
    answer = bring(leads, here, all_of(inquiry))
    assert answer.status_code == 200
    assert "What came in" in answer.content.decode()
    found = {*Coding.objects.filter(study=here).values_list("coder_id", "brought_by")}
    assert found == {(inquiry.made_by_id, ""), (inquiry.made_by_id, "Tom Reyes")}
    assert Memo.objects.filter(study=here, made_by=inquiry.made_by, brought_by="Tom Reyes").count() == 5
    before = counts(here)
    again = bring(leads, here, all_of(inquiry))
    assert again.status_code == 200
    assert counts(here) == before


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 40])
def test_a_refused_file_comes_back_with_a_reason(leads: Client, inquiry: Study, content: bytes) -> None:
    """Nothing is kept, and the page says so."""
    before = counts()
    answer = bring(leads, inquiry, content)
    assert answer.status_code == 422
    assert "Nothing of it was kept." in answer.content.decode()
    assert counts() == before


def test_a_file_that_is_too_large_is_dropped_while_it_arrives(
    leads: Client, inquiry: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """200 MB: a sentence, not a crash."""
    from ownwords.inquiry.views import exchange

    monkeypatch.setattr(exchange, "MOST_UPLOADED", 1_000)
    monkeypatch.setattr(exchange.exchange_bring, "most_uploaded", 1_000)
    answer = bring(leads, inquiry, b"PK" + b"x" * 5_000)
    assert answer.status_code == 422
    assert "Nothing of it was kept." in answer.content.decode()


def test_who_does_not_lead_takes_away_but_brings_nothing_in(
    codes: Client, inquiry: Study, coder: Account
) -> None:
    """A project changes the whole codebook."""
    rich(inquiry, coder)
    page = codes.get(reverse("inquiry:exchange", args=[inquiry.id]))
    assert page.status_code == 200
    assert "exchange/bring" not in page.content.decode()
    assert bring(codes, inquiry, b"x").status_code == 404
    answer = codes.post(reverse("inquiry:exchange", args=[inquiry.id]), {"form": "qdpx"})
    assert inside(io.BytesIO(answer.content).getvalue())["project.qde"].count(b"<Coding ") == 2


def test_the_page_asks_what_is_taken(leads: Client, inquiry: Study) -> None:
    """Nothing is chosen beforehand, and nothing else is taken."""
    assert leads.get(reverse("inquiry:exchange_bring", args=[inquiry.id])).status_code == 200
    assert leads.post(reverse("inquiry:exchange", args=[inquiry.id]), {"form": "exe"}).status_code == 422
