"""Addresses of connections for teams and for the service as a whole."""

from django.urls import URLPattern, path

from ownwords.connections.views import community, labels, practice, report

urlpatterns: list[URLPattern] = [
    path("team/connecting/", report.choose, name="connecting"),
    path("team/<uuid:team_id>/connecting/", report.connecting_report, name="connecting_report"),
    path("team/<uuid:team_id>/connecting/maps/", report.connecting_maps, name="connecting_maps"),
    path("team/<uuid:team_id>/community/", community.community, name="community"),
    path("team/<uuid:team_id>/community/add/", community.community_add, name="community_add"),
    path(
        "team/<uuid:team_id>/community/<uuid:work_id>/", community.community_change, name="community_change"
    ),
    path(
        "team/<uuid:team_id>/community/<uuid:work_id>/take-back/",
        community.community_take_back,
        name="community_take_back",
    ),
    path("team/<uuid:team_id>/practice/", practice.practice, name="practice"),
    path("team/<uuid:team_id>/practice/add/", practice.practice_add, name="practice_add"),
    path("team/<uuid:team_id>/practice/<uuid:check_id>/", practice.practice_change, name="practice_change"),
]

# For administrators.
urlpatterns += [
    path("connecting/steps/", labels.step_labels, name="step_labels"),
    path("connecting/steps/<slug:step>/", labels.step_label, name="step_label"),
]
