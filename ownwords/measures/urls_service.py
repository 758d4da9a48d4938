"""Addresses of figures for teams and of switching measures on; about no single person."""

from django.urls import URLPattern, path

from ownwords.measures.views import figures, switches

urlpatterns: list[URLPattern] = [
    path("team/figures/", figures.choose, name="figures"),
    path("team/<uuid:team_id>/figures/lines/", figures.lines, name="line_figures"),
    path("team/<uuid:team_id>/figures/<slug:instrument_key>/", figures.measure, name="measure_figures"),
    path(
        "team/<uuid:team_id>/figures/<slug:instrument_key>/not-asked/",
        figures.not_asked,
        name="not_yet_asked",
    ),
]

# For administrators.
urlpatterns += [
    path("measures/", switches.measure_switches, name="measure_switches"),
    path("measures/<slug:instrument_key>/", switches.measure_switch, name="measure_switch"),
]
