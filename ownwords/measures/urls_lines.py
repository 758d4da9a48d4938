"""Addresses of lines, ratings, what went on around them, and who sees them; all stand below one person."""

from django.urls import URLPattern, path

from ownwords.measures.views import context, keeping, lines, overview, paper, ratings, sharing

urlpatterns: list[URLPattern] = [
    path("lines/", overview.lines, name="lines"),
    path("lines/add/", lines.line_add, name="line_add"),
    path("lines/together/", lines.line_templates, name="line_templates"),
    path("lines/together/<slug:template>/", lines.line_template, name="line_template"),
    path("lines/rate/", ratings.rate_all, name="rate_all"),
    path("lines/paper/", paper.paper, name="paper"),
    path("lines/paper/typed/", ratings.paper_typed, name="paper_typed"),
    path("lines/removed/", keeping.removed, name="removed"),
    path("lines/<uuid:line_id>/", overview.line, name="line"),
    path("lines/<uuid:line_id>/rate/", ratings.rate, name="rate"),
    path("lines/<uuid:line_id>/reword/", lines.line_reword, name="line_reword"),
    path("lines/<uuid:line_id>/close/", lines.line_close, name="line_close"),
    path("lines/<uuid:line_id>/reopen/", lines.line_reopen, name="line_reopen"),
    path("lines/<uuid:line_id>/how-often/", lines.line_how_often, name="line_how_often"),
    path("lines/<uuid:line_id>/range/", lines.line_range, name="line_range"),
    path("lines/<uuid:line_id>/different/", context.line_different, name="line_different"),
    path("lines/<uuid:line_id>/sight/", sharing.line_sight, name="line_sight"),
    path("lines/<uuid:line_id>/remove/", keeping.line_remove, name="line_remove"),
    path("lines/<uuid:line_id>/restore/", keeping.line_restore, name="line_restore"),
    path("ratings/<uuid:rating_id>/", ratings.rating, name="rating"),
    path("ratings/<uuid:rating_id>/remove/", keeping.rating_remove, name="rating_remove"),
    path("ratings/<uuid:rating_id>/restore/", keeping.rating_restore, name="rating_restore"),
    path("different/<slug:instrument>/", context.measure_different, name="measure_different"),
    path("own-answers/<uuid:answer_id>/remove/", context.own_answer_remove, name="own_answer_remove"),
    path("around/", context.events, name="events"),
    path("around/add/", context.event_add, name="event_add"),
    path("around/<uuid:event_id>/change/", context.event_change, name="event_change"),
    path("around/<uuid:event_id>/sight/", sharing.event_sight, name="event_sight"),
    path("around/<uuid:event_id>/remove/", keeping.event_remove, name="event_remove"),
    path("around/<uuid:event_id>/restore/", keeping.event_restore, name="event_restore"),
]
