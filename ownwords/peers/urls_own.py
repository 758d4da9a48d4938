"""Addresses of peers for peer workers and teams: what is a peer worker's own, supervision, proposals, principles."""

from django.urls import URLPattern, path

from ownwords.peers.views import fidelity, matching, messages, own_space, safety, supervision

OWN = "own-space/<uuid:own_id>"

urlpatterns: list[URLPattern] = [
    path("own-space/", own_space.own_space, name="own_space"),
    path("own-space/add/", own_space.own_note_add, name="own_note_add"),
    path(f"{OWN}/", own_space.own_note, name="own_note"),
    path(f"{OWN}/delete/", own_space.own_note_delete, name="own_note_delete"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("supervision/<uuid:peer_id>/", supervision.supervision_of, name="supervision_of"),
    path("supervision/<uuid:peer_id>/<uuid:talk_id>/", supervision.item_talked, name="supervision_item"),
    path("peer-supervisors/", supervision.supervisions, name="supervisions"),
    path("peer-supervisors/<uuid:supervision_id>/end/", supervision.supervision_end, name="supervision_end"),
    path("team/peer-support/counts/", supervision.peer_counts, name="peer_counts"),
    path("team/peer-support/withheld/", safety.withheld_shares, name="withheld_shares"),
    path("walking-beside/proposals/", matching.match_offers, name="match_offers"),
    path("walking-beside/proposals/<uuid:match_id>/", matching.offer_answer, name="offer_answer"),
    path("walking-beside/profile/", matching.peer_profile, name="peer_profile"),
    path("walking-beside/hours/", messages.answering_hours, name="answering_hours"),
    path("team/peer-support/principles/", fidelity.peer_fidelity, name="peer_fidelity"),
    path("team/<uuid:team_id>/peer-support/principles/peer/", fidelity.rate_as_peer, name="rate_as_peer"),
    path(
        "team/<uuid:team_id>/peer-support/principles/supervisor/",
        fidelity.rate_as_supervisor,
        name="rate_as_supervisor",
    ),
]
