"""Places without disclosure: a postcode becomes its district, a grid reference a point, two points a distance.

A district ("BD1") covers thousands of homes, so it can be looked up and kept where a postcode cannot (connecting R21).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, floor, isfinite, pi, radians, sin, sqrt, tan

EARTH_MILES = 6371.0088 / 1.609344
"""Mean radius of the earth (IUGG) in statute miles."""

_DISTRICT = re.compile(r"([A-Z]{1,2})([0-9][A-Z0-9]?)")
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})")


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the earth in degrees, WGS 84."""

    latitude: float
    longitude: float


def district_of(typed: str) -> str | None:
    """Return the district of a postcode or of a district typed alone ("bd1 1aa" and "BD1" are both "BD1").

    None when it is neither. Nothing but the district ever leaves this function.
    """
    plain = re.sub(r"[\s.-]+", "", typed[:40]).upper()
    whole = _POSTCODE.fullmatch(plain)
    if whole:
        return whole[1]
    alone = _DISTRICT.fullmatch(plain)
    return plain if alone else None


def is_northern_ireland(district: str) -> bool:
    """Whether a district lies in Northern Ireland: BT, which the open tables of Great Britain do not hold."""
    return re.fullmatch(r"BT\d[A-Z0-9]?", district) is not None


def is_point(latitude: float, longitude: float) -> bool:
    """Whether this is a point on the globe."""
    return isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180


def miles_between(one: Point, other: Point) -> float:
    """Return the distance along the surface in statute miles (haversine formula on a sphere; within 0.6 %)."""
    up = radians(other.latitude - one.latitude)
    across = radians(other.longitude - one.longitude)
    h = sin(up / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(across / 2) ** 2
    return 2 * EARTH_MILES * asin(min(1.0, sqrt(h)))


def box_around(centre: Point, miles: float) -> tuple[float, float, float, float]:
    """Return (south, north, west, east) of a box that holds every point within so many miles.

    At the poles, or across the line where days change, it is as wide as the earth.
    """
    up = degrees(miles / EARTH_MILES)
    south, north = centre.latitude - up, centre.latitude + up
    if south <= -90 or north >= 90:
        return max(south, -90.0), min(north, 90.0), -180.0, 180.0
    across = degrees(asin(min(1.0, sin(miles / EARTH_MILES) / cos(radians(centre.latitude)))))
    west, east = centre.longitude - across, centre.longitude + across
    if west < -180 or east > 180:
        west, east = -180.0, 180.0
    return south, north, west, east


def rounded_miles(miles: float) -> float:
    """Return a distance as it is told: halves under three miles, whole ones beyond; never closer than half a mile."""
    if miles < 3:
        return max(0.5, floor(miles * 2 + 0.5) / 2)
    return float(floor(miles + 0.5))


# The national grid of Great Britain: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes A to C.
_A, _B = 6377563.396, 6356256.909
_F0, _LAT0, _LON0 = 0.9996012717, radians(49), radians(-2)
_E0, _N0 = 400_000.0, -100_000.0
_ECC = 1 - (_B / _A) ** 2
_N = (_A - _B) / (_A + _B)


def grid_to_osgb36(easting: float, northing: float) -> Point:
    """Return latitude and longitude on the grid's own datum (Airy 1830) for metres east and north (annex C)."""
    lat = (northing - _N0) / (_A * _F0) + _LAT0
    for _round in range(20):
        short = northing - _N0 - _meridian(lat)
        if abs(short) < 1e-5:
            break
        lat += short / (_A * _F0)
    return _off_the_meridian(lat, easting - _E0)


def _meridian(lat: float) -> float:
    """Return the length of the meridian from the true origin."""
    n, minus, plus = _N, lat - _LAT0, lat + _LAT0
    return (
        _B
        * _F0
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * minus
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(minus) * cos(plus)
            + 15 / 8 * (n**2 + n**3) * sin(2 * minus) * cos(2 * plus)
            - 35 / 24 * n**3 * sin(3 * minus) * cos(3 * plus)
        )
    )


def _off_the_meridian(lat: float, east: float) -> Point:
    root = 1 - _ECC * sin(lat) ** 2
    nu, rho = _A * _F0 / sqrt(root), _A * _F0 * (1 - _ECC) / root**1.5
    eta, t, sec = nu / rho - 1, tan(lat), 1 / cos(lat)
    north = (
        t / (2 * rho * nu) * east**2
        - t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta - 9 * t**2 * eta) * east**4
        + t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4) * east**6
    )
    across = (
        sec / nu * east
        - sec / (6 * nu**3) * (nu / rho + 2 * t**2) * east**3
        + sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4) * east**5
        - sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6) * east**7
    )
    return Point(degrees(lat - north), degrees(_LON0 + across))


def on_grid(easting: float, northing: float) -> bool:
    """Whether metres east and north lie on the grid of Great Britain."""
    return 0 <= easting <= 700_000 and 0 <= northing <= 1_300_000


def grid_to_point(easting: float, northing: float) -> Point:
    """Return the WGS 84 point of metres on the national grid, within about five metres (seven-parameter shift).

    Raises ValueError outside the grid.
    """
    if not on_grid(easting, northing):
        raise ValueError("this is not on the grid of Great Britain")
    old = grid_to_osgb36(easting, northing)
    x, y, z = _from_degrees(old, _A, _B)
    s, rx, ry, rz = -20.4894e-6, *(radians(part / 3600) for part in (0.1502, 0.2470, 0.8421))
    moved = (
        446.448 + (1 + s) * x - rz * y + ry * z,
        -125.157 + rz * x + (1 + s) * y - rx * z,
        542.060 - ry * x + rx * y + (1 + s) * z,
    )
    return _to_degrees(*moved)


def _from_degrees(point: Point, a: float, b: float) -> tuple[float, float, float]:
    lat, lon, ecc = radians(point.latitude), radians(point.longitude), 1 - (b / a) ** 2
    nu = a / sqrt(1 - ecc * sin(lat) ** 2)
    return nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), nu * (1 - ecc) * sin(lat)


def _to_degrees(x: float, y: float, z: float) -> Point:
    a, b = 6378137.0, 6356752.314245  # WGS 84
    ecc, flat = 1 - (b / a) ** 2, sqrt(x * x + y * y)
    lat = atan2(z, flat * (1 - ecc))
    for _round in range(10):
        nu = a / sqrt(1 - ecc * sin(lat) ** 2)
        lat = atan2(z + ecc * nu * sin(lat), flat)
    east = atan2(y, x)
    return Point(degrees(lat), degrees(east if east <= pi else east - 2 * pi))
