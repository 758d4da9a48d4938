"""What is typed into measures, checked before anything is kept."""
