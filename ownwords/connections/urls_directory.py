"""Addresses of the local directory: searching it, one service, what people here know of it, and its sources."""

from django.urls import path

from ownwords.connections.views import directory, directory_manage

app_name = "directory"
urlpatterns = [
    path("directory/", directory.search, name="search"),
    path("directory/manage/", directory_manage.manage, name="manage"),
    path("directory/manage/imports/<uuid:import_id>/", directory_manage.import_report, name="import_report"),
    path("directory/<uuid:service_id>/", directory.service, name="service"),
    path("directory/<uuid:service_id>/know/", directory.local, name="local"),
    path("directory/<uuid:service_id>/confirm/", directory.confirm, name="confirm"),
    path("directory/<uuid:service_id>/known-before/", directory.history, name="local_history"),
]
