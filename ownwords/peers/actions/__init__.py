"""Every change of peers, one function for each thing that somebody does."""
