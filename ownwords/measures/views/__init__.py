"""Pages of measures: each calls one action or a few queries."""
