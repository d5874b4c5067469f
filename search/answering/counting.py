"""How much a phrase leads to, for one person: the count alone, at a fifth of what an answer costs."""

from access.reach import at_this_moment
from search.answering import librarian, plans
from search.answering.visibility import visibility_of
from search.engines import own_engine
from search.language import parse
from ui.days import today


def number(text, user) -> int:
    """The things that hold all words of it; asked of the database's own index, like suggestions."""
    parsed, user = parse(text), at_this_moment(user)
    decided = librarian.Decided(parsed, user)
    plan = plans.plan_for(
        parsed,
        visibility_of(user),
        conditions=(),
        without=decided.excluded,
        expand=decided.expand,
        today=today(),
        order="relevance",
    )
    return 0 if plan.is_empty else own_engine().count(plan.ask).total
