"""The pinyin of names of units and positions, worked out once for all processes: the dictionary weighs 50 MB."""

from django.core.cache import cache

from org.pinyin import initials_of, pinyin_of

KEY, REMEMBERED = "letters-of-names", 30 * 24 * 3600  # seconds


def letters_of(names) -> dict[str, tuple[str, ...]]:
    """{name: (name in lower case, pinyin, initials)}. One read of the cache; new names are added to it."""
    names, known = set(names), cache.get(KEY, {})
    if missing := names - known.keys():
        known |= {name: (name.lower(), pinyin_of(name), initials_of(name)) for name in missing}
        cache.set(KEY, known, REMEMBERED)
    return {name: known[name] for name in names}
