"""A study and those who work in it, for every test of this folder."""

from tests.studying import coder, codes, inquiry, leader, leads, opened

__all__ = ["coder", "codes", "inquiry", "leader", "leads", "opened"]
