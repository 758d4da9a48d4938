"""Measures: lines in a person's own words beside standard instruments, scored right and told honestly."""
