"""Every change of measures, one function for each thing that somebody does."""
