"""The same study in three programs: ours, Taguette, and SQLite with nothing round it."""
