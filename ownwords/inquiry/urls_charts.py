"""Addresses of the framework matrix."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import chart_cells, chart_columns, chart_files, chart_matrix, charts

ONE = "charts/<uuid:chart_id>/"
COLUMN = f"{ONE}columns/<uuid:column_id>/"
PERSON, TEXT = "people/<uuid:participant_id>/", "texts/<uuid:source_id>/"

urlpatterns: list[URLPattern] = [
    path("charts/", charts.charts, name="charts"),
    path("charts/add/", charts.chart_add, name="chart_add"),
    path(ONE, chart_matrix.chart, name="chart"),
    path(f"{ONE}change/", charts.chart_change, name="chart_change"),
    path(f"{ONE}remove/", charts.chart_remove, name="chart_remove"),
    path(f"{ONE}restore/", charts.chart_restore, name="chart_restore"),
    path(f"{ONE}file/", chart_files.chart_file, name="chart_file"),
    path(f"{ONE}columns/", chart_columns.chart_columns, name="chart_columns"),
    path(COLUMN, chart_matrix.chart_column, name="chart_column"),
    path(f"{COLUMN}move/", chart_columns.chart_column_move, name="chart_column_move"),
    path(f"{COLUMN}remove/", chart_columns.chart_column_remove, name="chart_column_remove"),
    path(f"{ONE}{PERSON}", chart_matrix.chart_row, name="chart_person"),
    path(f"{ONE}{TEXT}", chart_matrix.chart_row, name="chart_text"),
    path(f"{COLUMN}{PERSON}", chart_cells.chart_cell, name="chart_cell"),
    path(f"{COLUMN}{TEXT}", chart_cells.chart_cell, name="chart_text_cell"),
    path(f"{COLUMN}{PERSON}clear/", chart_cells.chart_cell_clear, name="chart_cell_clear"),
    path(f"{COLUMN}{TEXT}clear/", chart_cells.chart_cell_clear, name="chart_text_cell_clear"),
]
