"""Tables: lines with pipes."""

from content.text.tree.schema import held
from content.text.tree.writing_inline import Inline

_RULES = {None: "---", "left": ":--", "center": ":-:", "right": "--:"}


def pipes(node) -> str:
    rows = [[Inline("<br>", in_cell=True).write(held(held(cell)[0])) for cell in held(row)] for row in held(node)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    aligned = [_RULES[cell["attrs"]["align"]] for cell in held(held(node)[0])]
    return "\n".join([lines[0], f"|{'|'.join(aligned)}|", *lines[1:]])
