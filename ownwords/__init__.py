"""Ownwords: recovery support as each person defines it, kept in their own words."""

__version__ = "0.1.0"
