"""Addresses of peers for peer workers and teams: whom one walks beside, who comes back, the rule."""

from django.urls import URLPattern, path

from ownwords.peers.views import rules, walking

urlpatterns: list[URLPattern] = [
    path("walking-beside/", walking.walking_beside, name="walking_beside"),
    path("coming-back/", walking.coming_back, name="coming_back"),
    path("follow-ups/", walking.follow_ups, name="follow_ups"),
    path("peer-support/rule/", rules.recording_rule, name="recording_rule"),
    path("peer-support/settings/", rules.peer_settings, name="peer_settings"),
]
