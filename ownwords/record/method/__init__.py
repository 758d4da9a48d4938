"""Pure functions and definitions of the recovery record."""
