"""Pages that people look for and nobody has written yet: where such a wish goes, who hears of it, what stewards see."""
