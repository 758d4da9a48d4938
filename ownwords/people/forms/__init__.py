"""Forms of accounts, people and teams: what was typed, checked and put in words."""
