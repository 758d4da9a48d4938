"""Addresses of ties, below a person: how they came about, readiness, what was explained, steps, interests."""

from django.urls import URLPattern, path

from ownwords.connections.views import readiness, steps, ties, ties_interests, ties_keeping, ties_sharing

urlpatterns: list[URLPattern] = [
    path("ties/", ties.ties, name="ties"),
    path("ties/removed/", ties_keeping.ties_removed, name="ties_removed"),
    path("ties/about/<uuid:item_id>/", ties.tie_add, name="tie_add"),
    path("ties/view/<uuid:tie_view_id>/", ties.tie_of, name="tie_of"),
    path("ties/<uuid:tie_id>/", ties.tie, name="tie"),
    path("ties/<uuid:tie_id>/change/", ties.tie_change, name="tie_change"),
    path("ties/<uuid:tie_id>/said/", ties.tie_said, name="tie_said"),
    path("ties/<uuid:tie_id>/view/", ties.tie_view, name="tie_view"),
    path("ties/<uuid:tie_id>/sight/", ties_sharing.tie_sight, name="tie_sight"),
    path("ties/<uuid:tie_id>/remove/", ties_keeping.tie_remove, name="tie_remove"),
    path("ties/<uuid:tie_id>/restore/", ties_keeping.tie_restore, name="tie_restore"),
    path("ready/", readiness.readiness, name="readiness"),
    path("ready/add/", readiness.ready_add, name="ready_add"),
    path("ready/<uuid:readiness_id>/sight/", ties_sharing.ready_sight, name="ready_sight"),
    path("ready/<uuid:readiness_id>/remove/", ties_keeping.ready_remove, name="ready_remove"),
    path("ready/<uuid:readiness_id>/restore/", ties_keeping.ready_restore, name="ready_restore"),
    path("connecting/explained/", readiness.explained, name="explained"),
    path("connecting/explained/answer/", readiness.explained_answer, name="explained_answer"),
    path(
        "connecting/explained/<uuid:explained_id>/sight/",
        ties_sharing.explained_sight,
        name="explained_sight",
    ),
    path(
        "connecting/explained/<uuid:explained_id>/remove/",
        ties_keeping.explained_remove,
        name="explained_remove",
    ),
    path("connecting/", steps.steps, name="steps"),
    path("connecting/add/", steps.connecting_add, name="connecting_add"),
    path("connecting/<uuid:connecting_id>/", steps.connecting_step, name="connecting_step"),
    path("connecting/<uuid:connecting_id>/change/", steps.connecting_change, name="connecting_change"),
    path("connecting/<uuid:connecting_id>/sight/", ties_sharing.connecting_sight, name="connecting_sight"),
    path("connecting/<uuid:connecting_id>/remove/", ties_keeping.connecting_remove, name="connecting_remove"),
    path(
        "connecting/<uuid:connecting_id>/restore/",
        ties_keeping.connecting_restore,
        name="connecting_restore",
    ),
    path("interests/", ties_interests.interests, name="interests"),
    path("interests/about/<uuid:service_id>/", ties_interests.interest, name="interest"),
    path("interests/<uuid:interest_id>/sight/", ties_sharing.interest_sight, name="interest_sight"),
    path("interests/<uuid:interest_id>/remove/", ties_keeping.interest_remove, name="interest_remove"),
]
