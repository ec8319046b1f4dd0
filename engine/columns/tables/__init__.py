"""Tables in: what a person or another system wrote, a row a case, to answer sheets; every doubt is that row's error.

Nothing here may put what stands in a cell into a message, or take a cell for a word that it does not hold exactly.
"""
