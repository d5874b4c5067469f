"""Markdown sources for property tests: blocks as colleagues write them, in any order."""

from hypothesis import strategies as st

from content.text.blocks import join, split

WORDS = st.text(alphabet="心肌梗死血钾监护推注缓慢0123456789 mLABC，。", min_size=1, max_size=20).map(
    lambda text: "字" + text.strip()
)
PARAGRAPH = WORDS
HEADING = st.builds(lambda level, words: f"{'#' * level} {words}", st.integers(1, 4), WORDS)
LIST = st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items))
NUMBERED = st.lists(WORDS, min_size=1, max_size=4).map(
    lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
)
TABLE = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4).map(
    lambda rows: "\n".join(["| 项目 | 值 |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)])
)
QUOTE = WORDS.map(lambda words: f"> {words}")
CODE = WORDS.map(lambda words: f"```\n{words}\n\n{words}\n```")
HTML = WORDS.map(lambda words: f"<table>\n<tr><td>{words}</td></tr>\n</table>")
BLOCKS = st.one_of(PARAGRAPH, PARAGRAPH, HEADING, LIST, NUMBERED, TABLE, QUOTE, CODE, HTML)
SOURCES = st.lists(BLOCKS, min_size=1, max_size=8).map("\n\n".join)


@st.composite
def edits(draw, source):
    """The source after somebody deleted, rewrote, added or moved a few blocks."""
    blocks = [block.text for block in split(source)]
    for _edit in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(0, len(blocks) - 1)))
        kind = draw(st.sampled_from(["delete", "rewrite", "add", "move", "touch"]))
        if kind == "delete" and len(blocks) > 1:
            del blocks[at]
        elif kind == "rewrite":
            blocks[at] = draw(BLOCKS)
        elif kind == "add":
            blocks.insert(at, draw(BLOCKS))
        elif kind == "move":
            blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(at))
        elif kind == "touch":
            blocks[at] += draw(WORDS)
    return join([split(block)[0] for block in blocks])
