"""Sources and trees for property tests: words as they stand in clinical texts, and all signs at once."""
# ruff: noqa: E501

from hypothesis import strategies as st

from content.text.tree.schema import MARKS, RANK, mark, new, said

CLINICAL = "心肌梗死血钾危急值监护立即缓慢推注：；，。（）“”、—≥≤±℃μ 　0123456789.%-+/~*mLgABCx"
HOSTILE = "\\`*_{}[]()<>#+-.!~=^|&:;/\"' \u3000\xa0\n\t\r$@?,%a1xX心中：。ＡHO2lt#"
UID = "a2b3c4d5e6f7"
SNIPPETS = (
    "**危急值：**立即", "[^1]", "[^1]: 注", "http://a.b/c_d", "https://x", "<b>", "</b>", "<div>", "</td>", "<!-- x -->",
    "&amp;", "&lt;", "&#35;", "![a](file:a2b3c4d5e6f7)", "![a](page:a2b3c4d5e6f7#处理)", "\n\n![a](/wiki/a2b3c4d5e6f7/甲#b)\n\n", "[a](b)", "[a]: b", "- [ ] ", "1. ", "> ", "> [!注意] ", "# ", "```", "~~~",
    "---", "===", "|---|", "| a | b |", ":   ", "    ", "H~2~O", "10^9^/L", "==a==", "~~a~~", "`a`", "<br>", "\n\n", "\n",
    "<a href=\"x\">", "[@林](mention:a2b3c4d5e6f7)", "<span id=\"b\"></span>", "\\", "<pre>", "<?", "<!",
    "10~20 mL，5~10 分钟", "第一章", "<details>", "<u>", "<ruby>漢<rt>a</rt></ruby>", "***", "__", "_a_", "[x] ", "[[标题]]",
)  # fmt: skip

clinical = st.text(st.sampled_from(CLINICAL), min_size=1, max_size=14)
hostile = st.text(st.sampled_from(HOSTILE), min_size=1, max_size=10)
words = st.one_of(clinical, hostile, st.sampled_from(SNIPPETS))


# ── Sources ──

line = st.lists(words, min_size=1, max_size=5).map("".join)
written = st.one_of(
    line,
    line.map(lambda text: f"## {text}"),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n".join(f"1. {item}" for item in items)),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n    ".join(f"- {item}" for item in items)),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n\n    ".join(["- a", *items])),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n".join(f"- [x] {item}" for item in items)),
    line.map(lambda text: "> " + text.replace("\n", "\n> ")),
    line.map(lambda text: "> [!注意] 标题\n> " + text.replace("\n", "\n> ")),
    st.tuples(line, line).map(lambda cells: f"| a | b |\n|---|:-:|\n| {cells[0]} | {cells[1]} |"),
    line.map(lambda text: f"```\n{text}\n```"),
    line.map(lambda text: f"词\n:   {text}"),
    line.map(lambda text: f"甲[^1]\n\n[^1]: {text}"),
    line.map(
        lambda text: (
            '<table markdown="1">\n<tr markdown="1"><td rowspan="2" markdown="span">'
            + text.replace("\n", " ")
            + '</td><td markdown="block">\n\n- a\n\n</td></tr>\n<tr markdown="1"><td>b</td></tr>\n</table>'
        )
    ),
)
sources = st.lists(written, min_size=1, max_size=4).map("\n\n".join)
clinical_sources = st.lists(clinical, min_size=1, max_size=4).map("\n\n".join)


# ── Trees ──

_plain_marks = [name for name in MARKS if name not in ("link", "abbr", "ruby", "rt", "rp")]
targets = st.sampled_from(
    [
        "https://a.b/c_d?e=1&f=2",
        "page:a2b3c4d5e6f7#处理",
        "#小结",
        "mailto:a@b.c",
        "/x(1)",
        "docs/甲*乙*.md",
        "http://a.b/&lt;",
    ]
)
mark_sets = st.lists(
    st.one_of(
        st.sampled_from(_plain_marks).map(mark),
        targets.map(lambda href: mark("link", href=href)),
        st.sampled_from(["毫升", None, 'a"b<']).map(lambda title: mark("abbr", title=title)),
    ),
    max_size=3,
).map(lambda marks: sorted({one["type"]: one for one in marks}.values(), key=lambda one: RANK[one["type"]]))
said_words = st.builds(said, words, st.one_of(st.just([]), mark_sets))
bare = targets.map(lambda href: said(href, [mark("link", href=href)]))
labels = words.filter(lambda text: "&" not in text)  # the page shows what stands for “&amp;” there as “&”
atoms = st.one_of(
    st.just(new("hardBreak")),
    st.builds(
        lambda alt, title, width: new("image", src=f"file:{UID}", alt=alt, title=title, width=width),
        *(labels, st.none() | labels, st.none() | st.integers(1, 9_999)),
    ),
    words.map(lambda name: new("file", uid=UID, name=name)),
    words.map(lambda name: new("mention", uid=UID, label=name)),
    st.sampled_from(["1", "注-2"]).map(lambda name: new("footnoteRef", id=name)),
    st.just(new("place", id="表-3")),
)
inline = st.lists(st.one_of(said_words, said_words, said_words, atoms, bare), max_size=5)
paragraphs = inline.map(lambda content: new("paragraph", content))
headings = st.builds(lambda content, level: new("heading", content, level=level), inline, st.integers(1, 6))
codes = st.builds(
    lambda text, language: new("codeBlock", [said(text)] if text else [], language=language),
    st.lists(words, max_size=4).map("".join),
    st.sampled_from([None, "python", "mermaid", "c++"]),
)
comments = words.map(lambda text: new("comment", text=text))
includes = st.builds(
    lambda anchor, label: new("include", uid=UID, anchor=anchor, label=label),
    st.sampled_from(["", "处理", "s-ecg", "u-表-3", "a.b:c_d"]),
    st.just("") | labels,
)
leaves = st.one_of(paragraphs, paragraphs, headings, codes, comments, includes, st.just(new("horizontalRule")))


def _containers(children):
    content = st.lists(children, min_size=0, max_size=3)
    item = st.one_of(
        content.map(lambda blocks: new("listItem", blocks)),
        paragraphs.map(lambda block: new("listItem", [block])),
        st.builds(lambda blocks, checked: new("taskItem", blocks, checked=checked), content, st.booleans()),
    )
    items = st.lists(item, min_size=1, max_size=3)
    task = st.builds(lambda block, checked: new("taskItem", [block], checked=checked), paragraphs, st.booleans())
    align = st.sampled_from([None, None, "left", "center", "right"])
    return st.one_of(
        st.builds(lambda parts, loose: new("bulletList", parts, loose=loose), items, st.booleans()),
        st.builds(
            lambda parts, loose, start, kind: new("orderedList", parts, loose=loose, start=start, type=kind),
            items, st.booleans(), st.integers(0, 12), st.sampled_from([None, None, None, "a", "I"]),
        ),
        st.builds(lambda parts: new("taskList", parts), st.lists(task, min_size=1, max_size=3)),
        content.map(lambda blocks: new("blockquote", blocks)),
        st.builds(
            lambda blocks, kind, title: new("callout", blocks, kind=kind, title=title),
            content, st.sampled_from(["注意", "TIP", "禁忌"]), st.none() | words,
        ),
        content.map(lambda blocks: new("textBox", blocks)),
        st.builds(
            lambda words, blocks, is_open: new(
                "details", [new("detailsSummary", words), new("detailsContent", blocks)], open=is_open
            ),
            inline, content, st.booleans(),
        ),
        _tables(content, align),
        _plain_tables(align),
        st.lists(
            st.one_of(
                inline.map(lambda words: new("definitionTerm", words)),
                content.map(lambda blocks: new("definitionDescription", blocks)),
                paragraphs.map(lambda block: new("definitionDescription", [block])),
            ),
            min_size=1, max_size=4,
        ).map(lambda parts: new("definitionList", parts)),
    )  # fmt: skip


def _tables(content, align):
    cell = st.builds(
        lambda kind, blocks, span, align, scope: new(kind, blocks, rowspan=span, align=align, scope=scope),
        st.sampled_from(["tableCell", "tableCell", "tableHeader"]),
        st.one_of(content, paragraphs.map(lambda block: [block])),
        st.sampled_from([1, 1, 2]),
        align,
        st.sampled_from([None, None, "row"]),
    )
    rows = st.lists(
        st.lists(cell, min_size=1, max_size=3).map(lambda cells: new("tableRow", cells)), min_size=1, max_size=3
    )
    return st.builds(lambda rows, caption: new("table", rows, caption=caption), rows, st.none() | words)


@st.composite
def _plain_tables(draw, align):
    columns = draw(st.lists(align, min_size=1, max_size=3))
    rows = []
    for number in range(draw(st.integers(2, 3))):
        kind = "tableCell" if number else "tableHeader"
        rows.append(new("tableRow", [new(kind, [draw(paragraphs)], align=one) for one in columns]))
    return new("table", rows)


blocks = st.recursive(leaves, _containers, max_leaves=6)
notes = st.lists(
    st.builds(
        lambda name, content: new("footnote", content, id=name),
        st.sampled_from(["1", "注-2"]),
        st.lists(blocks, max_size=2),
    ),
    max_size=2,
)
trees = st.builds(
    lambda content, notes: new("doc", content + ([new("footnotes", notes)] if notes else [])),
    st.lists(blocks, min_size=1, max_size=4),
    notes,
)
