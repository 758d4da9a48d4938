"""Addresses of accounts, roles and looks."""

from django.urls import URLPattern, URLResolver, path

from ownwords.people.views import beside, caseload, looks, people, places

urlpatterns: list[URLPattern | URLResolver] = []

# People's details, who stands beside them, who has looked, and the list of people.
urlpatterns += [
    path("people/", caseload.people, name="caseload"),
    path("people/new/", people.new_person, name="new_person"),
    path("who-can-see/", looks.who_can_see, name="who_can_see"),
    path("people/<uuid:person_id>/details/", people.details, name="details"),
    path("people/<uuid:person_id>/details/edit/", people.edit_details, name="edit_details"),
    path("people/<uuid:person_id>/looks/", looks.looks, name="looks"),
    path("people/<uuid:person_id>/looks/done/", looks.deeds, name="deeds"),
    path("people/<uuid:person_id>/looks/notices/", looks.look_notices, name="look_notices"),
    path("people/<uuid:person_id>/who-can-see/", looks.who_sees_mine, name="who_sees_mine"),
    path("people/<uuid:person_id>/beside/", beside.beside, name="beside"),
    path("people/<uuid:person_id>/beside/invite/", beside.invite, name="invite_supporter"),
    path("people/<uuid:person_id>/beside/invite-in/", beside.invite_in, name="invite_person"),
    path(
        "people/<uuid:person_id>/beside/invite/<uuid:invitation_id>/withdraw/",
        beside.withdraw_invite,
        name="withdraw_invitation",
    ),
    path(
        "people/<uuid:person_id>/beside/<uuid:relationship_id>/end/", beside.end_beside, name="end_beside"
    ),
    path("people/<uuid:person_id>/teams/add/", places.another_team, name="another_team"),
    path("people/<uuid:person_id>/teams/<uuid:team_id>/stop/", places.stop_supporting, name="stop_supporting"),
    path("people/<uuid:person_id>/teams/return/", places.return_to_team, name="return_to_team"),
]
