"""Every change to accounts, people, teams and how they stand to each other."""
