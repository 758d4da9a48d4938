"""Pages of the record: each calls one action or a few queries."""
