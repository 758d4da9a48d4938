"""Wording of what studies hold."""
