"""Addresses of the front door."""

from django.urls import URLPattern, URLResolver, path

from ownwords.site.views import homes
from ownwords.site.views.health import health
from ownwords.site.views.logo import logo
from ownwords.site.views.nearby import nearby

urlpatterns: list[URLPattern | URLResolver] = []

# The first page of every role.
urlpatterns += [
    path("", homes.home, name="home"),
    path("today/", homes.today, name="today"),
    path("team/", homes.team, name="team"),
    path("shared/", homes.shared, name="shared"),
    path("not-asked/", homes.not_asked, name="not_asked"),
    path(
        "people/<uuid:person_id>/not-asked/<uuid:flag_id>/", homes.answer_not_asked, name="answer_not_asked"
    ),
]

# What is around that shares somebody's own words.
urlpatterns += [path("people/<uuid:person_id>/nearby/", nearby, name="nearby")]

# The mark of the service that runs this copy, where it has one.
urlpatterns += [path("logo", logo, name="logo")]

# For administrators.
urlpatterns += [path("health/", health, name="health")]
