"""FHIR R4 for measures: what is kept, written as R4 resources, and R4 resources read back, with a report.

Plain dictionaries both ways and a small strict reader (``reader``), no model library: the libraries at hand parse R5,
and an R4 document under R5 models loses fields without a word. Nothing here decides what is kept in a record.
"""
