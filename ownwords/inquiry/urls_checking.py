"""Addresses of checking back: rounds, whom they ask, what came back."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import (
    asking,
    asking_links,
    replies_as_text,
    replies_typed,
    round_findings,
    round_results,
    rounds,
)

ROUND = "checking/<uuid:round_id>/"
PUT = f"{ROUND}findings/<uuid:put_id>/"
GROUP = f"{ROUND}groups/<uuid:asked_group_id>/"
WHO = f"{ROUND}respondents/<uuid:respondent_id>/"

urlpatterns: list[URLPattern] = [
    path("checking/", rounds.rounds, name="rounds"),
    path("checking/add/", rounds.round_add, name="round_add"),
    path(ROUND, rounds.round_page, name="round"),
    path(f"{ROUND}change/", rounds.round_change, name="round_change"),
    path(f"{ROUND}open/", rounds.round_open, name="round_open"),
    path(f"{ROUND}close/", rounds.round_close, name="round_close"),
    path(f"{ROUND}texts/", rounds.round_texts, name="round_texts"),
    path(f"{ROUND}findings/", round_findings.round_put, name="round_put"),
    path(PUT, round_findings.put_change, name="put_change"),
    path(f"{PUT}remove/", round_findings.put_remove, name="put_remove"),
    path(f"{ROUND}groups/add/", asking.asked_group_add, name="asked_group_add"),
    path(GROUP, asking.asked_group_change, name="asked_group_change"),
    path(f"{GROUP}ask/", asking.respondents_add, name="respondents_add"),
    path(WHO, asking.respondent, name="respondent"),
    path(f"{WHO}link/", asking_links.link_make, name="respondent_link"),
    path(f"{WHO}link/withdraw/", asking_links.link_withdraw, name="respondent_link_withdraw"),
    path(f"{WHO}reply/", replies_typed.reply_type, name="reply_type"),
    path(f"{ROUND}paper/", asking_links.paper, name="round_paper"),
    path(f"{ROUND}results/", round_results.round_results, name="round_results"),
    path(f"{ROUND}results.csv", round_results.round_results_file, name="round_results_file"),
    path(f"{ROUND}replies/", replies_as_text.replies_bring, name="replies_bring"),
    path(f"{ROUND}changed/", rounds.round_changed, name="round_changed"),
]
