"""How Chinese becomes something an index can hold: folding, tokens, phrases, sounds.

Nothing here knows a dictionary of words: pairs of characters find every word, the new ones too.
"""

from search.analysis.folding import fold, fold_with_places
from search.analysis.sounds import initials, sounds
from search.analysis.tokens import Phrase, is_han, pairs, phrase, tokens

__all__ = ["Phrase", "fold", "fold_with_places", "initials", "is_han", "pairs", "phrase", "sounds", "tokens"]

VERSION = 1  # grows when the same text would become other tokens: what was indexed before wants a rebuild
