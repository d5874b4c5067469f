"""The parts around the text: types, relations, namespaces, and the order they lie in the zip."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NEW = "http://schemas.microsoft.com/office/word/2010"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": f"{_DRAWING}/wordprocessingDrawing",
    "a": f"{_DRAWING}/main",
    "pic": f"{_DRAWING}/picture",
    "c": f"{_DRAWING}/chart",
    "dgm": f"{_DRAWING}/diagram",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": f"{_NEW}/wordprocessingShape",
    "wpg": f"{_NEW}/wordprocessingGroup",
    "wpc": f"{_NEW}/wordprocessingCanvas",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
OUTSIDE = ' TargetMode="External"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = {
    "xml": "application/xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "bin": "application/vnd.openxmlformats-officedocument.oleObject",
}
_TITLES = {
    "title": "dc:title",
    "creator": "dc:creator",
    "subject": "dc:subject",
    "description": "dc:description",
    "created": "dcterms:created",
    "modified": "dcterms:modified",
}
_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)


def root(tag, inner) -> str:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"{DECLARATION}<{tag} {declared}>{inner}</{tag}>"


def titles(given):
    return [(_TITLES[name], text) for name, text in given.items()]


def members(made):
    """(name, content) of each member of the zip, in Word's order."""
    main = root("w:document", f"<w:body>{''.join(made.body)}<w:sectPr>{made.section}</w:sectPr></w:body>")
    own = {"document": ("document.main", main)}
    for name, tag, inner in (
        ("styles", "styles", made.styles),
        ("numbering", "numbering", made.abstracts + made.numbers),
        ("footnotes", "footnotes", made.footnotes and _separators("footnote") + made.footnotes),
        ("endnotes", "endnotes", made.endnotes and _separators("endnote") + made.endnotes),
        ("comments", "comments", made.comments),
    ):
        if inner:
            own[name] = (name, root(f"w:{tag}", "".join(inner)))
    types = {f"/word/{name}.xml": f"{WORD}.{kind}+xml" for name, (kind, _xml) in own.items()}
    types |= made.types
    relations = [*made.relations, *((f"own{name}", name, f"{name}.xml", False) for name in own if name != "document")]
    all_parts = {
        "[Content_Types].xml": _content_types(types),
        "_rels/.rels": _relations(
            [("rId1", "officeDocument", "word/document.xml", False)]
            + ([("rId2", "metadata/core-properties", "docProps/core.xml", False)] if made.titles else [])
        ),
        **{f"word/{name}.xml": xml for name, (_kind, xml) in own.items()},
        "word/_rels/document.xml.rels": _relations(relations),
        **({"docProps/core.xml": _core(made)} if made.titles else {}),
        **made.parts,
    }
    return [(name, _strict(content) if made.strict else content) for name, content in all_parts.items()]


def _separators(kind):
    """The two notes that every file of Word's has: the lines above the real ones."""
    return [
        f'<w:{kind} w:type="{type}" w:id="{number}"><w:p><w:r><w:{type}/></w:r></w:p></w:{kind}>'
        for number, type in ((-1, "separator"), (0, "continuationSeparator"))
    ]


def _content_types(overrides):
    inner = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _TYPES.items())
    inner += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    uri = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{DECLARATION}<Types xmlns="{uri}">{inner}</Types>'


def _relations(relations):
    inner = "".join(
        f'<Relationship Id="{its_id}" Type="{_type(kind)}" Target="{target}"{OUTSIDE if external else ""}/>'
        for its_id, kind, target, external in relations
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{uri}">{inner}</Relationships>'


def _type(kind):
    base = "http://schemas.openxmlformats.org/package/2006/relationships" if kind.startswith("metadata") else OFFICE
    return f"{base}/{kind}"


def _core(made):
    uris = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in uris.items())
    return f"{DECLARATION}<cp:coreProperties {declared}>{made.title_xml()}</cp:coreProperties>"


def _strict(content):
    if isinstance(content, str):
        for transitional, strict in _STRICT:
            content = content.replace(transitional, strict)
    return content
