"""One reader for each format: a `Source` in, a `Draft` out. Each imports its library only when it is used."""
