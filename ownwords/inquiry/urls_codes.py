"""Addresses of the codebook."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import (
    code_merging,
    code_moving,
    code_restoring,
    code_splitting,
    code_undo,
    codebook,
    codes,
)

urlpatterns: list[URLPattern] = [
    path("codes/", codebook.codes, name="codes"),
    path("codes/add/", codes.code_add, name="code_add"),
    path("codes/export/", codebook.codes_export, name="codes_export"),
    path("codes/undo/<uuid:step_id>/", code_undo.code_undo, name="code_undo"),
    path("codes/<uuid:code_id>/", codes.code, name="code"),
    path("codes/<uuid:code_id>/change/", codes.code_change, name="code_change"),
    path("codes/<uuid:code_id>/move/", code_moving.code_move, name="code_move"),
    path("codes/<uuid:code_id>/merge/", code_merging.code_merge, name="code_merge"),
    path("codes/<uuid:code_id>/split/", code_splitting.code_split, name="code_split"),
    path("codes/<uuid:code_id>/remove/", code_moving.code_remove, name="code_remove"),
    path("codes/<uuid:code_id>/restore/", code_restoring.code_restore, name="code_restore"),
]
