"""Coded passages as files: a table, a sheet, a page, a document."""
