"""The search box in the frame, and what librarians keep about it."""

from django.utils.translation import gettext_lazy as _

from search.words.rules import is_keeper
from ui import shell

shell.register_place("search", "search:results")
shell.register_place("suggestions", "search:suggestions")
shell.account.register(40, "search", _("检索词维护"), "search:words", show=is_keeper)
