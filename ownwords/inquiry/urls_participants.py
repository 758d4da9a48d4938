"""Addresses of participants: what describes them, the key, what they agreed to."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import attributes, attributes_order, consents, keys, participants

ONE = "participants/<uuid:participant_id>/"

urlpatterns: list[URLPattern] = [
    path("participants/", participants.participants, name="participants"),
    path("participants/add/", participants.participant_add, name="participant_add"),
    path(ONE, participants.participant, name="participant"),
    path(f"{ONE}change/", participants.participant_change, name="participant_change"),
    path(f"{ONE}consent/", consents.consent_add, name="consent_add"),
    path(f"{ONE}key/", keys.participant_key, name="participant_key"),
    path(f"{ONE}key/destroy/", keys.participant_key_destroy, name="participant_key_destroy"),
    path("attributes/", attributes.attributes, name="attributes"),
    path("attributes/add/", attributes.attribute_add, name="attribute_add"),
    path("attributes/<uuid:attribute_id>/", attributes.attribute_change, name="attribute_change"),
    path("attributes/<uuid:attribute_id>/move/", attributes_order.attribute_move, name="attribute_move"),
    path(
        "attributes/<uuid:attribute_id>/remove/", attributes_order.attribute_remove, name="attribute_remove"
    ),
    path("key/", keys.keys, name="keys"),
]
