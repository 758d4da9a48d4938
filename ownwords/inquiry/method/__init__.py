"""Pure functions of inquiry: material, codes, queries, agreement. No Django, no clock, no I/O."""
