"""An Ask in the server's words. Each facet is a set of clauses here as it is an expression in sql.py."""

import datetime

from search.engines.elastic.documents import closed, microseconds, root_of
from search.engines.sql import MONTH, YEAR, _start

FIELDS = {
    "kind": "kind",
    "space": "space",
    "hospital": "hospital",
    "department": "department",
    "maintainer": "maintainer",
    "tag": "tags",
}
NUMBERED = ("space", "hospital", "department", "maintainer")
MOST_TERMS = 65_000  # of one `terms` clause; the server takes 65,536
MOST_OPTIONS = 1_000  # of a facet, the most frequent
NOTHING = {"match_none": {}}


def question(ask, *, words=None, conditions=True):
    """`words`: a clause instead of the wanted words."""
    wanted = [words] if words else [_any(each) for each in ask.wanted]
    narrowed = [visible(ask.who)]
    unwanted = [_any(each) for each in ask.unwanted]
    if conditions:
        for each in ask.conditions:
            (unwanted if each.excluded else narrowed).append(condition(each, ask))
    if ask.without:
        unwanted.append(among("id", ask.without))
    return {"bool": {"must": wanted, "filter": narrowed, "must_not": unwanted}}


def visible(who):
    ways = [among("scope", who.scopes)] if who.scopes else []
    if who.roots:
        ways.append(among("root", [root_of(*each) for each in who.roots]))
    if who.keys:
        ways.append(among("keys", who.keys))
    return {"bool": {"filter": [{"term": {"is_shown": True}}, either(ways)]}}


def among(field, values):
    """One of many, however many they are."""
    values = list(values)
    return either(
        [{"terms": {field: values[start : start + MOST_TERMS]}} for start in range(0, len(values), MOST_TERMS)]
    )


def either(clauses):
    if len(clauses) == 1:
        return clauses[0]
    return {"bool": {"should": clauses, "minimum_should_match": 1}} if clauses else NOTHING


# Words


def _any(wanted):
    field = "title" if wanted.field == "title" else "all"
    return either([{"match_phrase": {field: _phrase(each)}} for each in wanted.phrases])


def _phrase(phrase):
    said = [closed(each) for each in phrase.tokens]
    if phrase.open_ended:
        said[-1] = phrase.tokens[-1]
    return " ".join(said)


def some_of(words, in_title=False):
    """What holds any of these tokens; one that is said twice counts twice."""
    return {"match": {"title" if in_title else "all": " ".join(map(closed, words))}}


# Facets


def condition(condition, ask):
    facet, values = condition.facet, list(condition.values)
    if facet == "after":
        return _from(values[0])
    if facet == "before":
        return {"range": {"updated_at": {"lt": _moment(values[0] + datetime.timedelta(days=1))}}}
    if facet == "updated":
        # Said cumulatively: a year holds its last month too.
        ways = {"month": _from(ask.today - MONTH), "year": _from(ask.today - YEAR), "older": _until(ask.today - YEAR)}
        return either([ways[each] for each in values if each in ways])
    if facet in FIELDS:
        return among(FIELDS[facet], values)
    ways = options(facet, ask.today)
    return either([ways[each] for each in values if each in ways])


def options(facet, today) -> dict:
    """{value: clause} of a facet that is worked out; no two of them hold for the same entry."""
    day = today.isoformat()
    if facet == "file":
        return {"yes": {"term": {"has_file": True}}, "no": {"term": {"has_file": False}}}
    if facet == "updated":
        month, year = today - MONTH, today - YEAR
        return {"month": _from(month), "year": _both(_from(year), _until(month)), "older": _until(year)}
    if facet == "trust":
        return {
            "verified": {"range": {"valid_until": {"gte": day}}},
            "due": {"range": {"valid_until": {"lt": day}}},
            "never": _not({"exists": {"field": "valid_until"}}),
        }
    if facet == "state":
        repealed = {"range": {"binds_until": {"lte": day}}}
        return {
            "repealed": repealed,
            "coming": _both({"range": {"binds_from": {"gt": day}}}, _not(repealed)),
            "in_force": _both({"range": {"binds_from": {"lte": day}}}, _not(repealed)),
            "": _not(repealed, {"exists": {"field": "binds_from"}}),
        }
    raise LookupError(f"There is no facet {facet}.")


def counting(facet, ask):
    """The options of a facet, counted without its own conditions but with those of all others."""
    if facet in FIELDS:
        counted = {"of": {"terms": {"field": FIELDS[facet], "size": MOST_OPTIONS}}}
        if facet in NUMBERED:
            counted["none"] = {"missing": {"field": FIELDS[facet]}}
        if chosen := [str(value) for each in ask.conditions if each.facet == facet for value in each.values]:
            counted["chosen"] = {"terms": {"field": FIELDS[facet], "size": len(chosen), "include": chosen}}
    else:
        counted = {"of": {"filters": {"filters": options(facet, ask.today)}}}
    return {"filter": conditions_of(ask.but_for(facet)), "aggs": counted}


def conditions_of(ask):
    clauses = [(each, condition(each, ask)) for each in ask.conditions]
    return {
        "bool": {
            "filter": [clause for each, clause in clauses if not each.excluded],
            "must_not": [clause for each, clause in clauses if each.excluded],
        }
    }


def counted(facet, answer) -> dict:
    """{value: number} from what the server counted."""
    buckets = answer["of"].get("buckets", [])
    if facet not in FIELDS:
        return {value: bucket["doc_count"] for value, bucket in buckets.items() if bucket["doc_count"]}
    buckets = [*answer.get("chosen", {}).get("buckets", []), *buckets]
    value_of = int if facet in NUMBERED else str
    found = {value_of(bucket["key"]): bucket["doc_count"] for bucket in buckets}
    if nowhere := answer.get("none", {}).get("doc_count"):
        found[None] = nowhere
    return found


def _from(day):
    return {"range": {"updated_at": {"gte": _moment(day)}}}


def _until(day):
    return {"range": {"updated_at": {"lt": _moment(day)}}}


def _both(*clauses):
    return {"bool": {"filter": list(clauses)}}


def _not(*clauses):
    return {"bool": {"must_not": list(clauses)}}


def _moment(day):
    """The beginning of a day here, in microseconds."""
    return microseconds(_start(day))
