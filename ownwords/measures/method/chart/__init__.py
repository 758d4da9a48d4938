"""A person's measures over years as pictures, sentences and rows that say the same (docs/measures-charts.md).

``model`` says what is to be drawn, ``layout`` where each shape stands, ``sentences`` what is said of it, ``table``
which rows stand below, ``small`` draws the last ratings in a line of text and a team's distribution.
"""
