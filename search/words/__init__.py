"""What librarians keep about words, as whoever answers a search asks for it.

words = words_for(user)        # one small query that looks whether anything has changed
words.expansions("心梗")        # ("心肌梗死", "ami"): searched besides, never instead, and each as whole words
words.pinned("危急值")          # [(content type, id)]: stand first; only what this person may see
words.excluded("胸痛")          # {(content type, id)}: left out for this phrase

`expansions(word, user)`, `pinned(phrase, user)` and `excluded(phrase, user)` are the same for a single question.
"""

from search.words.asking import Expansion, Words, excluded, expansions, pinned, words_for
from search.words.folding import normal

__all__ = ["Expansion", "Words", "excluded", "expansions", "normal", "pinned", "words_for"]
