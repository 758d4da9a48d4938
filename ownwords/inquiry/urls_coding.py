"""Addresses of coding: the desk, passages, memos, steps."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import desk, finishing, memos, passages, steps

urlpatterns: list[URLPattern] = [
    path("code/", desk.coding, name="coding"),
    path("texts/<uuid:source_id>/code/", desk.desk, name="desk"),
    path("texts/<uuid:source_id>/code/add/", desk.passage_add, name="passage_add"),
    path("texts/<uuid:source_id>/code/off/", desk.passage_uncode, name="passage_uncode"),
    path("texts/<uuid:source_id>/code/finished/", finishing.finish, name="source_finish"),
    path("passages/", passages.passages, name="passages"),
    path("passages/<uuid:coding_id>/", passages.passage, name="passage"),
    path("codes/<uuid:code_id>/passages/", passages.of_code, name="code_passages"),
    path("memos/", memos.memos, name="memos"),
    path("memos/add/", memos.memo_add, name="memo_add"),
    path("memos/<uuid:memo_id>/", memos.memo_change, name="memo_change"),
    path("memos/<uuid:memo_id>/remove/", memos.memo_remove, name="memo_remove"),
    path("memos/<uuid:memo_id>/restore/", memos.memo_restore, name="memo_restore"),
    path("steps/", steps.journal, name="steps"),
    path("steps/undo/", steps.undo_step, name="step_undo"),
    path("steps/redo/", steps.redo_step, name="step_redo"),
]
