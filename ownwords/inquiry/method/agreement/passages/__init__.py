"""Agreement of coded passages, code by code, over the characters of documents that every coder has finished.

``segments`` cuts the text where anybody's coding begins or ends, ``by_code`` counts characters, ``coefficients`` says
kappa and its like for each code, their mean and the pooled one, ``disagreements`` lists what to talk about.
"""
