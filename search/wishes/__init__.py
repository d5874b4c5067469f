"""请维护人来写: whoever searched in vain asks for the page, and hears of it when it is there.

Where a wish goes is said by whoever keeps pages (`takers`): this room knows no spaces.
"""
