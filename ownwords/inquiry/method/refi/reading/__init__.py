"""Bytes to a project and a report, with every known deviation of real files."""
