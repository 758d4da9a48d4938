"""Addresses of suggestions by rule and by meaning."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import rules, suggest_deciding, suggest_settings, suggesting, suggestions

urlpatterns: list[URLPattern] = [
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("suggestions/list/", suggestions.listed, name="suggestions_listed"),
    path("suggestions/decide/", suggest_deciding.decide, name="suggestions_decide"),
    path("suggestions/<uuid:proposal_id>/decide/", suggest_deciding.decide_one, name="suggestion_decide"),
    path("suggestions/look/", suggesting.look, name="suggestions_look"),
    path("suggestions/settings/", suggest_settings.settings, name="suggestions_settings"),
    path("suggestions/words/", rules.rules, name="rules"),
    path("suggestions/words/add/", rules.rule_add, name="rule_add"),
    path("suggestions/words/<uuid:rule_id>/", rules.rule_change, name="rule_change"),
    path("suggestions/words/<uuid:rule_id>/remove/", rules.rule_remove, name="rule_remove"),
]
