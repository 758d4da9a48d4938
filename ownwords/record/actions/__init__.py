"""Every change of the record, one function for each thing that somebody does."""
