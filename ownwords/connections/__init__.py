"""Connections: the map of people, places and activities, how ties came about, and what is around."""
