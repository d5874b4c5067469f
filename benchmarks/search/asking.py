"""Ask the product as a person does, and the engine for all it finds."""

from functools import cache


def answer(text, person, **more):
    """The first page of results."""
    import search

    return search.query(text, user=person, **more)


def suggest(text, person):
    """What the box offers while somebody types."""
    from search.answering import suggestions

    return suggestions(text, person)


def titles(results, number=10) -> list[str]:
    return [shown.hit.title for shown in list(results.hits)[:number]]


def everything(text, person) -> list[int]:
    """Ids of all entries that hold all words, by the engine that answers."""
    from search import engines
    from search.answering.plans import plan_for
    from search.answering.visibility import visibility_of
    from search.language import parse
    from ui.days import today

    plan = plan_for(parse(text), visibility_of(person), today=today())
    return engines.engine().best(plan.ask, limit=100_000)


def engine_name():
    from search import engines

    return engines.engine().name


@cache
def pages(person):
    """[(id of the entry, title, plain text)] of all pages the person sees, read from the pages themselves."""
    from content.models import ContentPage, Rendering
    from search.models import SearchEntry

    seen = ContentPage.objects.pages().visible_to(person).filter(live=True)
    entries = dict(SearchEntry.objects.of(ContentPage).values_list("about_id", "pk"))
    texts = dict(Rendering.objects.filter(page__in=seen).values_list("page_id", "text"))
    rows = seen.order_by("pk").values_list("pk", "title")
    return [(entries.get(pk), title, texts.get(pk, "")) for pk, title in rows]
