"""Addresses of the recovery record; all stand below one person."""

from django.urls import URLPattern, URLResolver, path

from ownwords.record.views import (
    beside,
    conversations,
    drafts,
    entry,
    goals,
    history,
    keeping,
    meaning,
    overview,
    plan,
    search,
    sharing,
    steps,
    strengths,
    timeline,
    values,
    visit,
)

app_name = "record"
urlpatterns: list[URLPattern | URLResolver] = [
    path("record/", overview.record, name="record"),
    path("goals/", goals.goals, name="goals"),
    path("goals/add/", goals.goal_add, name="goal_add"),
    path("goals/<uuid:entry_id>/", goals.goal, name="goal"),
    path("goals/<uuid:entry_id>/change/", goals.goal_change, name="goal_change"),
    path("goals/<uuid:entry_id>/review/", goals.goal_review, name="goal_review"),
    path("goals/<uuid:entry_id>/end/", goals.goal_end, name="goal_end"),
    path("entries/<uuid:entry_id>/steps/add/", steps.step_add, name="step_add"),
    path("steps/<uuid:step_id>/", steps.step_review, name="step_review"),
    path("conversations/", conversations.conversations, name="conversations"),
    path("conversations/add/", conversations.conversation_add, name="conversation_add"),
    path("conversations/<uuid:entry_id>/", conversations.conversation, name="conversation"),
    path("visit/", visit.visit, name="visit"),
    path("plan/", plan.plan, name="plan"),
    path("plan/pdf/", plan.plan_as_pdf, name="plan_pdf"),
    path("plan/text/", plan.plan_text, name="plan_text"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("search/", search.search, name="search"),
]

# Entries of all kinds: what matters, strengths, what recovery means; changing, sharing, keeping and letting go.
urlpatterns += [
    path("meaning/", meaning.meaning, name="meaning"),
    path("values/", values.values, name="values"),
    path("values/print/", values.values_print, name="values_print"),
    path("values/map/", values.map_print, name="map_print"),
    path("values/<uuid:entry_id>/move/", values.values_order, name="values_order"),
    path("strengths/", strengths.strengths, name="strengths"),
    path("strengths/print/", strengths.strengths_print, name="strengths_print"),
    path("add/<slug:kind>/", entry.entry_add, name="entry_add"),
    path("entries/<uuid:entry_id>/", entry.entry, name="entry"),
    path("entries/<uuid:entry_id>/change/", entry.entry_change, name="entry_change"),
    path("entries/<uuid:entry_id>/reword/", entry.entry_reword, name="entry_reword"),
    path("entries/<uuid:entry_id>/answer/", entry.entry_answer, name="entry_answer"),
    path("entries/<uuid:entry_id>/sight/", sharing.entry_sight, name="entry_sight"),
    path("entries/<uuid:entry_id>/history/", history.entry_history, name="entry_history"),
    path("entries/<uuid:entry_id>/undo/", keeping.entry_undo, name="entry_undo"),
    path("entries/<uuid:entry_id>/remove/", keeping.entry_remove, name="entry_remove"),
    path("entries/<uuid:entry_id>/restore/", keeping.entry_restore, name="entry_restore"),
    path("entries/<uuid:entry_id>/views/", beside.view_add, name="view_add"),
    path(
        "entries/<uuid:entry_id>/views/<uuid:view_id>/withdraw/", beside.view_withdraw, name="view_withdraw"
    ),
    path("removed/", keeping.removed, name="removed"),
    path("draft/", drafts.draft, name="draft"),
    path("draft/drop/", drafts.draft_drop, name="draft_drop"),
]
