"""Questions to a whole corpus of codings, answered with sorting and binary search instead of pairs in a loop.

``codings``: the columns; ``cooccurrence``: which codes meet, six ways; ``proximity``: how near; ``matrix``: codes by
attribute of people; ``saturation``: what was new in each session.
"""
