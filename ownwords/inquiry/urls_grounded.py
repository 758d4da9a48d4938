"""Addresses of stages, categories with properties, relations, and comparing passages."""

from django.urls import URLPattern, path

from ownwords.inquiry.views import (
    categories,
    categories_saturated,
    comparing,
    comparing_by,
    incidents,
    properties,
    proximity,
    relations,
    stages,
)

CATEGORY, PROPERTY = "categories/<uuid:category_id>/", "categories/properties/<uuid:property_id>/"
INCIDENT, RELATION = "categories/incidents/<uuid:incident_id>/", "categories/relations/<uuid:relation_id>/"

urlpatterns: list[URLPattern] = [
    path("stages/", stages.stages, name="stages"),
    path("stages/add/", stages.stage_add, name="stage_add"),
    path("stages/<uuid:stage_id>/", stages.stage_change, name="stage_change"),
    path("stages/<uuid:stage_id>/remove/", stages.stage_remove, name="stage_remove"),
    path("categories/", categories.categories, name="categories"),
    path("categories/add/", categories.category_add, name="category_add"),
    path("categories/relations/add/", relations.relation_add, name="relation_add"),
    path(RELATION, relations.relation_change, name="relation_change"),
    path(f"{RELATION}remove/", relations.relation_remove, name="relation_remove"),
    path(CATEGORY, categories.category, name="category"),
    path(f"{CATEGORY}core/", categories.category_core, name="category_core"),
    path(f"{CATEGORY}remove/", categories.category_remove, name="category_remove"),
    path(f"{CATEGORY}saturated/", categories_saturated.category_saturated, name="category_saturated"),
    path(
        f"{CATEGORY}saturated/back/",
        categories_saturated.category_not_saturated,
        name="category_not_saturated",
    ),
    path(f"{CATEGORY}properties/add/", properties.property_add, name="property_add"),
    path(PROPERTY, properties.property_page, name="property"),
    path(f"{PROPERTY}change/", properties.property_change, name="property_change"),
    path(f"{PROPERTY}remove/", properties.property_remove, name="property_remove"),
    path(f"{PROPERTY}incidents/add/", incidents.incident_add, name="incident_add"),
    path(INCIDENT, incidents.incident_change, name="incident_change"),
    path(f"{INCIDENT}remove/", incidents.incident_remove, name="incident_remove"),
    path("compare/", comparing.compare, name="compare"),
    path("compare/with/", comparing.compare_with, name="compare_with"),
    path("compare/side-by-side/", comparing.compare_two, name="compare_two"),
    path("compare/by/", comparing_by.compare_by, name="compare_by"),
    path("analysis/proximity/", proximity.proximity, name="proximity"),
    path("analysis/proximity/table.csv", proximity.proximity_file, name="proximity_file"),
]
