"""A project as REFI-QDA sees it: frozen, with slots, independent of our tables. GUIDs are 36 lower-case characters."""
