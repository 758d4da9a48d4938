"""Taking people in, and handing somebody the copy of their record."""
