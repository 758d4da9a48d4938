"""Places: postcodes become districts, grid references points, two points a distance, tables are read row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.places import (
    Point,
    box_around,
    district_of,
    grid_to_osgb36,
    grid_to_point,
    is_northern_ireland,
    miles_between,
    rounded_miles,
)
from ownwords.connections.method.places_table import read_table

POINTS = st.builds(Point, st.floats(-89, 89), st.floats(-179, 179))


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("BD1 1AA", "BD1"), ("bd11aa", "BD1"), ("SW1A 1AA", "SW1A"), ("m1 1ae", "M1"), ("DN55 1PT", "DN55"),
        ("BD1", "BD1"), (" ec1a ", "EC1A"), ("BT1-5GS", "BT1"), ("BD1 1A", None), ("hill road", None), ("", None),
        ("1BD", None), ("BD1 1AA; DROP", None), ("ＢＤ１", None), ("BD" + "1" * 500, None),
    ],
)  # fmt: skip
def test_a_postcode_becomes_its_district_and_nothing_else_leaves(typed: str, district: str | None) -> None:
    """connecting R21: a full postcode typed is reduced to its district."""
    assert district_of(typed) == district


@given(st.text(max_size=30))
def test_no_text_gives_more_than_a_district(typed: str) -> None:
    """connecting R21: at most four signs."""
    found = district_of(typed)
    assert found is None or (len(found) <= 4 and district_of(found) == found)


def test_northern_ireland_is_known_by_its_letters() -> None:
    """connecting R21: BT."""
    assert is_northern_ireland("BT1")
    assert not is_northern_ireland("BD1")
    assert not is_northern_ireland("B1")


def test_the_published_worked_example_of_the_national_grid() -> None:
    """Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: the worked example."""
    found = grid_to_osgb36(651409.903, 313177.270)
    assert found.latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-8)
    assert found.longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-8)


def test_the_shift_to_the_worlds_datum_is_small_and_eastern_england_moves_west() -> None:
    """About a hundred metres; within five metres of the point that other implementations publish."""
    found = grid_to_point(651409.903, 313177.270)
    other = Point(52 + 39 / 60 + 28.723 / 3600, 1 + 42 / 60 + 57.787 / 3600)
    assert miles_between(found, other) * 1609.344 < 5


@pytest.mark.parametrize(("easting", "northing"), [(-1, 0), (700_001, 0), (0, 1_300_001), (float("nan"), 1)])
def test_metres_off_the_grid_are_refused(easting: float, northing: float) -> None:
    """Bad input."""
    with pytest.raises(ValueError, match="grid"):
        grid_to_point(easting, northing)


def test_worked_examples_of_distance() -> None:
    """A quarter of the way round the earth, and none."""
    assert miles_between(Point(0, 0), Point(0, 90)) == pytest.approx(
        6371.0088 * 3.141592653589793 / 2 / 1.609344
    )
    assert miles_between(Point(53, -1), Point(53, -1)) == 0
    assert miles_between(Point(53, 0), Point(54, 0)) == pytest.approx(69.09, abs=0.01)


@given(POINTS, POINTS)
def test_distance_is_the_same_both_ways_and_never_more_than_half_round(one: Point, other: Point) -> None:
    """Symmetry and bounds."""
    assert miles_between(one, other) == pytest.approx(miles_between(other, one), abs=1e-9)
    assert 0 <= miles_between(one, other) <= 12_451


@given(POINTS, st.floats(0.5, 100), st.floats(-1, 1), st.floats(-1, 1))
def test_whatever_is_near_enough_lies_in_the_box(
    centre: Point, miles: float, up: float, across: float
) -> None:
    """The box that is looked through first leaves nothing out."""
    other = Point(
        min(max(centre.latitude + up * miles / 60, -90), 90),
        min(max(centre.longitude + across * 3, -180), 180),
    )
    south, north, west, east = box_around(centre, miles)
    if miles_between(centre, other) <= miles * 0.999:
        assert south <= other.latitude <= north
        assert west <= other.longitude <= east


@pytest.mark.parametrize(
    ("miles", "told"), [(0, 0.5), (0.1, 0.5), (0.74, 0.5), (0.76, 1), (2.9, 3), (3.4, 3), (9.6, 10)]
)
def test_a_distance_is_never_told_closer_than_half_a_mile(miles: float, told: float) -> None:
    """connecting R21."""
    assert rounded_miles(miles) == told


def test_a_table_is_read_row_by_row_and_each_bad_row_is_told() -> None:
    """The table that a site supplies; whole postcodes are no districts."""
    table = read_table(
        "District,Latitude,Longitude\nBD1,53.795,-1.752\nbd2 , 53.82,-1.73\nBD1,1,1\nBD1 1AA,53,-1\nLS1,abc,1\n"
        "LS2,100,1\nLS3,0,0\n\nBT1,54.6,-5.93\nLS4\n"
    )
    assert [one.district for one in table.districts] == ["BD1", "BD2", "BT1"]
    assert table.districts[0].point == Point(53.795, -1.752)
    assert [row.line for row in table.bad] == [4, 5, 6, 7, 8, 11]
    assert table.fault == ""


def test_metres_are_turned_into_degrees_and_bt_is_refused_in_plain_words() -> None:
    """connecting R21: Northern Ireland has a grid of its own."""
    table = read_table("easting,northing,district\n416000,433000,BD1\n333000,374000,BT1\n9999999,1,LS1\n")
    assert table.districts[0].point.latitude == pytest.approx(53.79, abs=0.01)
    assert table.districts[0].point.longitude == pytest.approx(-1.76, abs=0.01)
    assert "Northern Ireland" in table.bad[0].reason
    assert len(table.bad) == 2


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "district,latitude\nBD1,53\n", "district,latitude,longitude\n", '"', "\x00"]
)
def test_a_file_that_is_no_table_is_refused_in_words(text: str) -> None:
    """Bad input."""
    assert read_table(text).fault.endswith(".")


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Bad input."""
    table = read_table(text)
    assert table.fault or table.districts
