"""Modules of scripts can be given names by what is in them: none leads back to itself."""

import re

from django.conf import settings

IMPORTED = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.{1,2}/[^"']+)["']""")
SCRIPTS = settings.ROOT / "static" / "js"


def test_no_module_names_one_that_names_it_in_turn():
    named = {
        path: [(path.parent / one).resolve() for one in IMPORTED.findall(path.read_text())]
        for path in SCRIPTS.rglob("*.js")
        if "vendor" not in path.parts
    }
    assert len(named) > 50

    left = dict(named)
    while ready := [path for path, others in left.items() if not any(one in left for one in others)]:
        for path in ready:
            del left[path]
    assert sorted(path.name for path in left) == []
