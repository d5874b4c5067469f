"""Lists in pages. Costs one COUNT and one query of rows, whatever the length."""

from django.core.paginator import Paginator

PER_PAGE = 20


def paginate(request, items, per_page: int = PER_PAGE, parameter: str = "page"):
    """The page the address asks for; nonsense is the first page, too far is the last. Show with <c-pager>."""
    page = Paginator(items, per_page).get_page(request.GET.get(parameter, "1")[:9])
    page.numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
    return page
