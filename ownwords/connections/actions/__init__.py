"""Every change of connections, one function for each thing that somebody does."""
