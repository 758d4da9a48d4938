"""Peers: introductions, contacts and attempts, the door that stays open, and what peers keep to themselves."""
