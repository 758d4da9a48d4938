"""Many codings at once, each with its step, as `inquiry.actions.codings.code_passage` keeps them one by one.

One by one they would take most of the time in which the demonstration starts. What the action checks is checked in the
data files: the words stand there, the code holds passages, nothing is laid twice, nobody has finished the text yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from ownwords.demo.study_making import Making
from ownwords.demo.study_places import Laid
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.rows import state_of, table_of
from ownwords.inquiry.models import Code, Coding, Source, StudyStep


def lay(making: Making, opened: OpenedStudy, laid: Sequence[tuple[int, Laid]]) -> None:
    """Lay codes on passages, in the order given; each can be undone by itself."""
    names = dict(Code.objects.filter(study=opened.study).values_list("id", "name"))
    titles = dict(Source.objects.filter(study=opened.study).values_list("id", "title"))
    codings, steps = [], []
    for place, one in laid:
        moment = making.diary.next()
        coding = Coding(
            study=opened.study, source_id=making.ids[one.text], code_id=making.ids[f"code {one.code}"],
            coder_id=opened.me, start=one.start, end=one.end, made_at=moment, changed_at=moment,
        )  # fmt: skip
        about = f"{names[coding.code_id]} · {titles[coding.source_id]}"
        change = {"table": table_of(coding), "id": str(coding.pk), "before": None, "after": state_of(coding)}
        codings.append(coding)
        steps.append(
            StudyStep(
                study=opened.study,
                account_id=opened.me,
                did="coded",
                about=about,
                changes=[change],
                done_at=moment,
            )
        )
        making.codings[place] = coding.id
    Coding.objects.bulk_create(codings)
    StudyStep.objects.bulk_create(steps)
