"""Addresses of analysis: which codes meet, codes by attribute, agreement, new codes."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import agreement, agreement_apart, analysis, cooccurrence, matrix, saturation

urlpatterns: list[URLPattern] = [
    path("analysis/", analysis.analysis, name="analysis"),
    path("analysis/co-occurrence/", cooccurrence.cooccurrence, name="cooccurrence"),
    path("analysis/co-occurrence/pair/", cooccurrence.pair, name="cooccurrence_pair"),
    path("analysis/co-occurrence/table.csv", cooccurrence.cooccurrence_file, name="cooccurrence_file"),
    path("analysis/matrix/", matrix.matrix, name="matrix"),
    path("analysis/matrix/cell/", matrix.cell, name="matrix_cell"),
    path("analysis/matrix/table.csv", matrix.matrix_file, name="matrix_file"),
    path("analysis/agreement/", agreement.agreement, name="agreement"),
    path("analysis/agreement/differences/", agreement_apart.apart, name="agreement_apart"),
    path("analysis/agreement/settle/<uuid:coding_id>/", agreement_apart.settle, name="agreement_settle"),
    path("analysis/new-codes/", saturation.saturation, name="saturation"),
]
