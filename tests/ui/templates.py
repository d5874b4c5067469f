"""The templates as text: what the tests of this folder read."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
COMPONENTS = TEMPLATES / "components"
COMMENT = re.compile(r"{#.*?#}|{% comment .*?{% endcomment %}", re.DOTALL)


def all_templates():
    """Every template of ours with its text, without comments."""
    return [(path, COMMENT.sub("", path.read_text(encoding="utf-8"))) for path in sorted(TEMPLATES.rglob("*.html"))]


def components():
    """Name as written after <c-, and the file. Pieces that components include have no <c-vars> and are none."""
    return {
        path.stem.replace("_", "-"): path
        for path in sorted(COMPONENTS.rglob("*.html"))
        if "<c-vars" in path.read_text(encoding="utf-8")
    }


def declared(path) -> set[str]:
    """The inputs a component names in its <c-vars>."""
    line = re.search(r"<c-vars(.*?)/>", path.read_text(encoding="utf-8"), re.DOTALL).group(1)
    return {name.lstrip(":") for name, _value in attributes(line)}


def attributes(text):
    """(name, value) pairs of a tag's inside; quotes may hold template tags, which may hold quotes."""
    text = re.sub(r"{%.*?%}|{{.*?}}", lambda tag: re.sub("[\"'<>= ]", "_", tag.group()), text)
    return re.findall(r"""([:\w@.-]+)(?:=("[^"]*"|'[^']*'|\S+))?""", text)


def uses(text):
    """(component, inside of its tag) for every use in a template."""
    clean = re.sub(r"{%.*?%}|{{.*?}}", lambda tag: re.sub("[\"'<>=]", "_", tag.group()), text)
    return [(name.replace("_", "-"), inside) for name, inside in re.findall(r"<c-([\w.-]+)((?:\s[^<>]*)?)/?>", clean)]
