"""The made-up study "How our team supports recovery", made through the room's own actions."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from ownwords.demo.clock import Clock
from ownwords.demo.study_codes import codebook
from ownwords.demo.study_codings import codings
from ownwords.demo.study_days import date_back, put_days
from ownwords.demo.study_diary import Diary
from ownwords.demo.study_made_of_codes import MADE_OF_CODES
from ownwords.demo.study_making import Making
from ownwords.demo.study_plan import plan
from ownwords.demo.study_reading import Material, material
from ownwords.demo.study_texts import texts
from ownwords.inquiry.access import OpenedStudy, open_study
from ownwords.inquiry.actions.members import set_member
from ownwords.inquiry.actions.studies import Plan, make_study
from ownwords.inquiry.models import Duty, Study
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.roles import RoleName
from ownwords.people.viewer import Viewer, viewer_for

LEAD, SECOND = "demo-researcher", "demo-second-coder"


def add_to_demonstration() -> Study:
    """Make the study in the demonstration, dated as its story is. Call inside a transaction."""
    lead = Account.objects.get(signin_name=LEAD)
    return make(lead, Account.objects.filter(signin_name=SECOND).first())


@transaction.atomic
def make_once(lead: Account, second: Account | None = None) -> tuple[Study, bool]:
    """Make the study for a researcher who has none of it yet; return it, and whether it was made now. As `make`."""
    Account.objects.select_for_update().get(pk=lead.pk)
    there = Study.objects.filter(made_by=lead, title=title_for(material(), lead)).first()
    return (there, False) if there else (make(lead, second), True)


def title_for(found: Material, lead: Account) -> str:
    """Return what the study is called; beside real people its title says that it is made up."""
    title: str = found.study["plan"]["title"]
    return title if lead.made_up else f"{title} (a made-up example)"


@transaction.atomic
def make(lead: Account, second: Account | None = None) -> Study:
    """Make the study, led by one researcher, with a second who codes; without a second, what they coded is left out.

    Only where the lead is made up is it dated back. Raises NotFound: one of them is no researcher of an organisation.
    """
    clock = Clock(timezone.localdate(), timezone.get_default_timezone())
    found, diary = material(), Diary(clock, dated=lead.made_up)
    diary.begin(found.study["plan"]["ago"])
    study = make_study(viewer=researcher(lead), plan=_plan(found, title_for(found, lead)))
    making = _making(found, diary, study, lead, second)
    for part in (plan, texts, codebook, codings, *MADE_OF_CODES):
        part(making)
    diary.run()
    if diary.dated:
        date_back(study.id, diary)
        put_days(making.days)
    return study


def _making(found: Material, diary: Diary, study: Study, lead: Account, second: Account | None) -> Making:
    opened = open_study(researcher(lead), study.id)
    also: OpenedStudy | None = None
    if second is not None:
        set_member(opened=opened, account_id=second.id, duty=Duty.CODER)
        also = open_study(researcher(second), study.id)
    return Making(found, diary, opened, also)


def researcher(account: Account) -> Viewer:
    """Return an account as a researcher. Raises NotFound: it is none today."""
    viewer = viewer_for(account, RoleName.RESEARCHER)
    if viewer is None or viewer.role is not RoleName.RESEARCHER:
        raise NotFound
    return viewer


def _plan(found: Material, title: str) -> Plan:
    table = found.study["plan"]
    return Plan(title, **{name: table[name] for name in Plan.__slots__ if name in table and name != "title"})
