"""Addresses of peers for teams: figures."""

from django.urls import URLPattern, path

from ownwords.peers.views import figures

urlpatterns: list[URLPattern] = [
    path("team/peer-support/", figures.peer_figures, name="peer_figures"),
    path("team/<uuid:team_id>/peer-support/returns/", figures.peer_returns, name="peer_returns"),
    path("team/<uuid:team_id>/peer-support/meetings/", figures.peer_meetings, name="peer_meetings"),
]
