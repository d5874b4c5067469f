"""Full-text search over everything that registers, Chinese first, never showing what one may not read.

results = search.query("高钾", user=request.user)          # .hits, .total, .tabs, .facets
search.touch(Course, [course.pk])                          # in the transaction of a change
"""


def query(*args, **kwargs):
    from search.answering import query

    return query(*args, **kwargs)


def touch(model, ids):
    from search.indexing import touch

    touch(model, ids)
