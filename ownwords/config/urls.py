"""Every address of the service. A route without a permission stops the start (`people.checks`)."""

from django.urls import include, path

urlpatterns = [
    path("", include("ownwords.site.urls")),
    path("", include("ownwords.people.urls")),
    path("", include("ownwords.measures.urls_links")),
    path("", include("ownwords.measures.urls_service")),
    path("", include("ownwords.connections.urls_directory")),
    path("", include("ownwords.connections.urls_service")),
    path("", include("ownwords.peers.urls_service")),
    path("", include("ownwords.inquiry.urls")),
    path("people/<uuid:person_id>/", include("ownwords.record.urls")),
    path("people/<uuid:person_id>/", include("ownwords.measures.urls")),
    path("people/<uuid:person_id>/", include("ownwords.connections.urls")),
    path("people/<uuid:person_id>/", include("ownwords.peers.urls")),
    path("people/<uuid:person_id>/", include(("ownwords.inquiry.urls_given", "given"))),
    path("people/<uuid:person_id>/", include("ownwords.exchange.urls")),
]

handler400 = "ownwords.site.faults.bad_request"
handler403 = "ownwords.site.faults.forbidden"
handler404 = "ownwords.site.faults.not_found"
handler500 = "ownwords.site.faults.broken"
