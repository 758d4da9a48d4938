"""Addresses of peers below a person: peer support, the door, contacts, introductions, the first face."""

from django.urls import URLPattern, path

from ownwords.peers.views import (
    approaches,
    attempts,
    door,
    door_keeping,
    door_peer,
    first_face,
    introductions,
)

CONTACT = "contacts/<uuid:attempt_id>/"
INTRODUCTION = "introductions/<uuid:introduction_id>/"

urlpatterns: list[URLPattern] = [
    path("peer-support/", door_peer.peer, name="peer"),
    path("peer-support/rule/", door_peer.rule_told, name="rule_told"),
    path("peer-support/first/<uuid:face_id>/", first_face.first_face, name="first_face"),
    path("peer-support/out-of-view/", door_keeping.out_of_view, name="out_of_view"),
    path("door/", door.door, name="door"),
    path("door/come-back/", approaches.come_back_page, name="come_back"),
    path("door/returned/", approaches.returned, name="returned"),
    path("door/end/", door.door_end, name="door_end"),
    path("door/end/back/", door.door_end_back, name="door_end_back"),
    path("door/changes/<uuid:change_id>/", door.door_change, name="door_change"),
    path("door/approaches/<uuid:approach_id>/", approaches.approach, name="approach"),
    path("door/approaches/<uuid:approach_id>/seen-to/", approaches.approach_seen_to, name="approach_seen_to"),
    path("door/<slug:way>/", door.door_turn, name="door_turn"),
    path("contacts/", attempts.contacts, name="contacts"),
    path("contacts/add/", attempts.contact_add, name="contact_add"),
    path("contacts/again/", attempts.contact_again, name="contact_again"),
    path(CONTACT, attempts.contact, name="contact"),
    path(f"{CONTACT}change/", attempts.contact_change, name="contact_change"),
    path(f"{CONTACT}followed-up/", attempts.followed_up, name="followed_up"),
    path(f"{CONTACT}sight/", door_keeping.contact_sight, name="contact_sight"),
    path(f"{CONTACT}remove/", door_keeping.contact_remove, name="contact_remove"),
    path(f"{CONTACT}restore/", door_keeping.contact_restore, name="contact_restore"),
    path("introductions/", introductions.introductions, name="introductions"),
    path("introductions/add/", introductions.introduction_add, name="introduction_add"),
    path(INTRODUCTION, introductions.introduction, name="introduction"),
    path(f"{INTRODUCTION}change/", introductions.introduction_change, name="introduction_change"),
    path(f"{INTRODUCTION}rate/", introductions.introduction_rate, name="introduction_rate"),
    path(f"{INTRODUCTION}sight/", door_keeping.introduction_sight, name="introduction_sight"),
    path(f"{INTRODUCTION}remove/", door_keeping.introduction_remove, name="introduction_remove"),
    path(f"{INTRODUCTION}restore/", door_keeping.introduction_restore, name="introduction_restore"),
]
