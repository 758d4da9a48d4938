"""Addresses of peers below a person: what is between two."""

from django.urls import URLPattern, path

from ownwords.peers.views import fidelity, matching, messages, notes, safety

NOTE = "peer-support/notes/<uuid:note_id>"
SHARE = "peer-support/safety/<uuid:share_id>"
TALK = "peer-support/messages/<uuid:peer_id>"

urlpatterns: list[URLPattern] = [
    path("peer-support/notes/", notes.notes, name="notes"),
    path("peer-support/notes/add/", notes.note_add, name="note_add"),
    path(f"{NOTE}/", notes.note, name="note"),
    path(f"{NOTE}/agree/", notes.note_agree, name="note_agree"),
    path(f"{NOTE}/reword/", notes.note_reword, name="note_reword"),
    path(f"{NOTE}/let-go/", notes.note_let_go, name="note_let_go"),
    path(f"{NOTE}/take-back/", notes.note_take_back, name="note_take_back"),
    path(f"{NOTE}/put-back/", notes.note_put_back, name="note_put_back"),
    path(f"{NOTE}/sight/", notes.note_sight, name="note_sight"),
    path("peer-support/safety/", safety.shares, name="safety_shares"),
    path("peer-support/safety/add/", safety.share_add, name="safety_share_add"),
    path(f"{SHARE}/", safety.share, name="safety_share"),
    path(f"{SHARE}/withhold/", safety.share_withhold, name="safety_share_withhold"),
    path(f"{SHARE}/release/", safety.share_release, name="safety_share_release"),
    path("peer-support/match/", matching.peer_match, name="match"),
    path("peer-support/match/propose/", matching.match_propose, name="match_propose"),
    path("peer-support/match/<uuid:match_id>/answer/", matching.match_answer, name="match_answer"),
    path("peer-support/match/<uuid:match_id>/close/", matching.match_close, name="match_close"),
    path("peer-support/match/end/<uuid:peer_id>/", matching.peer_end, name="peer_end"),
    path("peer-support/wish/", matching.wish, name="wish"),
    path("peer-support/wish/<uuid:wish_id>/", matching.wish, name="wish_words"),
    path("peer-support/messages/", messages.talks, name="talks"),
    path(f"{TALK}/", messages.talk, name="talk"),
    path(f"{TALK}/switch/", messages.talk_switch, name="talk_switch"),
    path("peer-support/how-it-is/", fidelity.rate_support, name="rate_support"),
]
