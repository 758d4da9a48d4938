"""Changes in studies: one function for each thing that somebody does."""
