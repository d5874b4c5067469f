"""The block at the top of a Markdown file that says what the page is: title, tags, maintainer and the like.

    ---
    title: 成人高钾血症的识别与急诊处理
    tags: [电解质, 急诊]
    ---

Plain `name: value` lines and lists, in one line or one item a line; JSON for what is more than that.
"""

import json
import re

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([\w][\w .-]{0,60}?)[ \t]*[:：](?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
LONGEST = 20_000  # characters; a rule at the top of a text is no front matter

Value = str | list | dict


def parse(source: str) -> tuple[dict[str, Value], str]:
    """(facts, text). A file without such a block, or with one we cannot read, is all text."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    match = _BLOCK.match(source[:LONGEST])
    if match is None:
        return {}, source
    facts = _facts(match[1].split("\n"))
    return ({}, source) if facts is None else (facts, source[match.end() :].lstrip("\n"))


def _facts(lines):
    facts, name = {}, None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if name and (item := _ITEM.match(line)):
            facts[name] = [*(facts[name] or []), _unquoted(item[1])]
        elif match := _LINE.match(line):
            name = match[1].strip().lower()
            facts[name] = _value((match[2] or "").strip())
        else:
            return None
    return facts


def _value(said):
    if said.startswith(("{", "[{", "[[")) and (value := _json(said)) is not None:
        return value
    if said.startswith("[") and said.endswith("]"):
        return [_unquoted(item) for item in re.findall(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,，]+)""", said[1:-1])]
    return _unquoted(said)


def _json(said):
    try:
        return json.loads(said)
    except ValueError:
        return None


def _unquoted(said):
    said = said.strip()
    if len(said) > 1 and said[0] == said[-1] == '"':
        value = _json(said)
        return said[1:-1] if value is None else str(value)
    return said[1:-1] if len(said) > 1 and said[0] == said[-1] == "'" else said


def dump(facts: dict[str, Value]) -> str:
    """The block for the top of a file; empty facts are left out. `parse` reads it back unchanged."""
    lines = [f"{name}: {_written(value)}" for name, value in facts.items() if value not in ("", None, [], {})]
    return "\n".join(["---", *lines, "---", "", ""]) if lines else ""


def _written(value):
    if isinstance(value, list | tuple) and not isinstance(value[0], list | dict):
        return f"[{', '.join(_quoted(item, in_list=True) for item in value)}]"
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return _quoted(value)


def _quoted(value, *, in_list=False):
    said = str(value)
    is_plain = said == said.strip() and not re.search(r"""^["'\[{#-]|["'\]\\\n\r]""", said)
    if is_plain and not (in_list and re.search("[,，]", said)):
        return said
    return json.dumps(said, ensure_ascii=False)
