"""The block of facts on top of a Markdown file: `key: value` lines between two lines of three dashes.

A value that is JSON (numbers, lists, true) is read as such, everything else as text; a small part of YAML that other
tools read as well.
"""

import json

FENCE = "---"
LONGEST = 20_000  # characters of the block; more is text that happens to begin with dashes


def split(text):
    """({key: value}, the text below). Without a block the facts are empty."""
    if not text.startswith(FENCE + "\n"):
        return {}, text
    end = text.find(f"\n{FENCE}\n", len(FENCE), LONGEST)
    if end < 0:
        return {}, text
    lines = text[len(FENCE) + 1 : end].splitlines()
    facts = dict(_fact(line) for line in lines if ":" in line and not line.lstrip().startswith("#"))
    return facts, text[end + len(FENCE) + 2 :].removeprefix("\n")


def join(facts, body):
    """The file of these facts and this text; what `split` reads back alike."""
    lines = [f"{key}: {_written(value)}" for key, value in facts.items() if value not in (None, "", [], {}, ())]
    return "\n".join([FENCE, *lines, FENCE, "", body])


def _fact(line):
    key, _, value = line.partition(":")
    value = value.strip()
    try:
        return key.strip(), json.loads(value)
    except ValueError:
        return key.strip(), value


def _written(value):
    if isinstance(value, str) and "\n" not in value and _reads_as_itself(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_as_itself(text):
    try:
        json.loads(text)
    except ValueError:
        return text == text.strip()
    return False
