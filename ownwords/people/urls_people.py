"""Addresses of people's details, who stands beside them, who has looked, and the list of people."""

from django.urls import URLPattern, URLResolver, path

from ownwords.people.views import beside, caseload, endings, erasures, looks, people, team_places

ONE = "people/<uuid:person_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", caseload.people, name="caseload"),
    path("people/new/", people.new_person, name="new_person"),
    path("team/endings/", endings.endings, name="endings"),
    path("who-can-see/", looks.who_can_see, name="who_can_see"),
    path(f"{ONE}details/", people.details, name="details"),
    path(f"{ONE}details/edit/", people.edit_details, name="edit_details"),
    path(f"{ONE}looks/", looks.looks, name="looks"),
    path(f"{ONE}looks/done/", looks.deeds, name="deeds"),
    path(f"{ONE}looks/notices/", looks.look_notices, name="look_notices"),
    path(f"{ONE}who-can-see/", looks.who_sees_mine, name="who_sees_mine"),
    path(f"{ONE}beside/", beside.beside, name="beside"),
    path(f"{ONE}beside/invite/", beside.invite, name="invite_supporter"),
    path(f"{ONE}beside/invite-in/", beside.invite_in, name="invite_person"),
    path(
        f"{ONE}beside/invite/<uuid:invitation_id>/withdraw/",
        beside.withdraw_invite,
        name="withdraw_invitation",
    ),
    path(f"{ONE}beside/<uuid:relationship_id>/end/", beside.end_beside, name="end_beside"),
    path("erasures/", erasures.waiting_erasures, name="waiting_erasures"),
    path(f"{ONE}erasures/", erasures.erasures, name="erasures"),
    path(f"{ONE}erasures/<uuid:request_id>/decide/", erasures.erasure_decide, name="erasure_decide"),
    path(f"{ONE}erase/<slug:kind>/<uuid:thing_id>/", erasures.erase, name="erase"),
    path(f"{ONE}teams/add/", team_places.another_team, name="another_team"),
    path(f"{ONE}teams/<uuid:team_id>/stop/", endings.stop_supporting, name="stop_supporting"),
    path(f"{ONE}teams/return/", team_places.return_to_team, name="return_to_team"),
]
