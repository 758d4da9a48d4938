"""Pure functions that read what other systems hand over."""
