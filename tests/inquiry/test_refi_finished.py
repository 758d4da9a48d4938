"""A project that is brought in lays nothing on a text that its coder has finished, where coding is blind."""

from __future__ import annotations

import io

import pytest

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.finishing import finish_source
from ownwords.inquiry.actions.refi_import import import_refi
from ownwords.inquiry.method.brought.told import FINISHED
from ownwords.inquiry.models import Coding, Study
from tests import studying as make
from tests.inquiry.refi_studies import taken_out

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("blind", "laid"), [(True, 1), (False, 2)])
def test_who_has_finished_a_text_adds_nothing_to_it_by_a_file(
    opened: OpenedStudy, blind: bool, laid: int
) -> None:
    """inquiry 22: it is told with the reason; what lies on texts that are open comes in."""
    code = make.code(opened.study)
    done, going = make.source(opened.study), make.source(opened.study, title="Interview 2")
    make.coding(code, done, 25, 45)
    make.coding(code, going, 25, 45)
    file = taken_out(opened)
    Coding.objects.all().delete()
    Study.objects.filter(pk=opened.study.id).update(blind=blind)
    opened.study.refresh_from_db()
    finish_source(opened=opened, source_id=done.id)
    brought = import_refi(opened=opened, file=io.BytesIO(file))
    assert Coding.objects.count() == laid
    lost = [(one.what, one.count, one.places) for one in brought.listed("lost")]
    assert lost == ([(FINISHED, 1, ("Interview 1",))] if blind else [])
    assert Coding.objects.filter(source=going).count() == 1
