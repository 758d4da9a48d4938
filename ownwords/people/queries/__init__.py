"""Every read of accounts, people, teams and looks that a page needs."""
