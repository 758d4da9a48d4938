"""Pages of accounts, people and teams."""
