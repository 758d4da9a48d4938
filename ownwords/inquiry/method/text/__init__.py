"""Material as text: reading files, who speaks, correcting, striking out, and what might identify somebody.

Begin with `reading.read`, `speakers.propose`, `following.follow`, `striking.strike` and `identifying.suggest`. All
offsets count Unicode code points from 0 and ends are exclusive; `offsets` converts what a browser counts.
"""
