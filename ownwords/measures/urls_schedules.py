"""Addresses of schedules and of links for one rating; all stand below one person."""

from django.urls import URLPattern, path

from ownwords.measures.views import links, schedules

ONE = "again/<uuid:schedule_id>/"

urlpatterns: list[URLPattern] = [
    path("again/", schedules.schedules, name="schedules"),
    path("again/add/", schedules.schedule_add, name="schedule_add"),
    path(ONE, schedules.schedule_change, name="schedule_change"),
    path(f"{ONE}pause/", schedules.schedule_pause, name="schedule_pause"),
    path(f"{ONE}resume/", schedules.schedule_resume, name="schedule_resume"),
    path(f"{ONE}end/", schedules.schedule_end, name="schedule_end"),
    path("lines/<uuid:line_id>/links/", links.line_links, name="line_links"),
    path("links/<uuid:link_id>/withdraw/", links.link_withdraw, name="link_withdraw"),
]
