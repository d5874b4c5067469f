"""Candidates as the reader gets them: looked up once more in the database, with the words that answer."""

from dataclasses import replace
from urllib.parse import quote

from django.contrib.contenttypes.models import ContentType

from access.reach import narrowed
from search import registry
from search.analysis import fold
from search.answering.passages import WINDOW, best_window
from search.answering.quoting import best_sentences, stretch_of
from search.answering.results import Passage, Shown
from search.answering.snippets import beginning_of, marked, snippet_of
from search.answering.texts import texts_of

PASSAGES, GOOD_PASSAGE = 3, 0.3  # quoted; share of what is meant that one must hold, with its title
QUOTED = 260  # characters of an answer to a question: some sentences
FRAGMENT = 24  # characters of a text fragment: enough to find the place, short enough for an address


def shown(window, user, plan, sought, partial, read) -> list[Shown]:
    """The hits as the person may see them now; what went out of sight meanwhile is left out. A query a kind and one."""
    hits = hits_of(window, user)
    window = [each for each in window if each.pk in hits]
    words = dict.fromkeys([*plan.words, *plan.also], 1.0)
    unread = [each for each in window if each.pk not in read]
    texts = {**read, **texts_of(unread, words)}
    return [
        _one(each, hits[each.pk], texts.get(each.pk), words, sought if each.pk in partial else None, plan, place)
        for place, each in enumerate(window)
    ]


def hits_of(candidates, user, suggested=False) -> dict:
    """{entry: Hit} of those that the rule lets this person see; one bundle of queries a kind."""
    by_type, found, scopes = {}, {}, {each.scope_id for each in candidates}
    for each in candidates:
        by_type.setdefault(each.about[0], {})[each.about[1]] = each.pk
    for kind, entries in by_type.items():
        searchable = registry.of_model(ContentType.objects.get_for_id(kind).model_class())
        show = searchable.suggestion if suggested else searchable.hit
        with narrowed(scopes):
            found |= {entries[thing.pk]: show(thing) for thing in searchable.fetch(user, list(entries), suggested)}
    return found


def _one(each, hit, text, words, sought, plan, place):
    """Passages are quoted only from the text as it is now; while the index is behind, the summary stands there.

    `sought` is given for what matches in part.
    """
    marks = sought.words if sought else {}
    shown = Shown(
        hit,
        each.kind,
        round(each.score, 3),
        each.says + each.titled,
        title=marked(hit.title, [*words, *marks]),
        url=hit.url,
        is_partial=sought is not None,
        says_all=bool(plan.words) and all(word in fold(hit.title) for word in plan.words),
    )
    if text is None or hit.version != each.version:
        return shown
    window = _window(each, text, words, sought, plan.is_sentence and place < PASSAGES)
    snippet, position, first = snippet_of(text, marks or words, words, window, QUOTED if plan.is_sentence else WINDOW)
    if not snippet:
        return replace(shown, lead=beginning_of(text))
    place, anchor = text.part_at(position)
    return replace(shown, snippet=snippet, place=place, url=with_place(hit.url, anchor, first))


def _window(each, text, words, sought, is_quoted):
    if not sought:
        return best_window(text.folded, words)
    stretches = each.stretches or sought.together(each.pk, text.folded)
    if is_quoted:
        return best_sentences(text.folded, sought, stretches, QUOTED, fold(each.title))
    return stretch_of(text.folded, stretches)


def with_place(url, anchor, words):
    """An address that leads to the words: https://wicg.github.io/scroll-to-text-fragment/"""
    fragment = f":~:text={quote(words[:FRAGMENT], safe='')}" if words.strip() else ""
    return f"{url}#{quote(anchor, safe='=&')}{fragment}" if anchor or fragment else url


def _says_enough(each):
    return not each.is_partial or each.says >= GOOD_PASSAGE


def passages(hits, is_question) -> list[Passage]:
    """What may be quoted above the list: for a question the stretches that hold most of what was asked, for words the
    best one of the first hit if its title says them. Nothing where none is good."""
    if is_question:
        good = [each for each in hits[:PASSAGES] if each.snippet and _says_enough(each)]
    else:
        good = [each for each in hits[:1] if each.says_all and (each.snippet or each.lead)]
    return [Passage(each, each.snippet or each.lead, each.place, each.url) for each in good]
