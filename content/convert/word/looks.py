"""What paragraphs and runs have from their styles (ECMA-376 Part 1, 17.7.2: from the style up through basedOn)."""

from content.convert.word.names import PPR, RPR, VAL, is_on, value_of, w, whole

_STYLE = w("pStyle")
_LONGEST_CHAIN = 12  # Word itself goes eleven deep


class Styles:
    """Styles by id. A paragraph without a style has the default one (17.7.4.17)."""

    def __init__(self, tree):
        found = [] if tree is None else tree.iterchildren(w("style"))
        self.tree, self._styles = tree, {}
        self.default = None
        for style in found:
            its_id = style.get(w("styleId"))
            self._styles.setdefault(its_id, style)
            is_default = style.get(w("default")) in ("1", "true", "on")
            if is_default and style.get(w("type"), "paragraph") == "paragraph" and self.default is None:
                self.default = its_id
        self._chains, self._switches = {}, {}

    def __contains__(self, its_id):
        return its_id in self._styles

    def get(self, its_id):
        return self._styles.get(its_id)

    def name(self, its_id) -> str:
        return (value_of(self._styles.get(its_id), "name") or "").strip().lower()

    def of(self, paragraph) -> str | None:
        """The id of a paragraph's style."""
        return self.named(paragraph.find(PPR))

    def named(self, properties) -> str | None:
        """The same from w:pPr, which may be missing."""
        style = None if properties is None else properties.find(_STYLE)
        named = None if style is None else style.get(VAL)
        return named if named in self._styles else self.default

    def chain(self, its_id):
        """(id, style) from the style to the one all is based on."""
        if its_id not in self._chains:
            found, one = [], its_id
            while one in self._styles and len(found) < _LONGEST_CHAIN and one not in dict(found):
                found.append((one, self._styles[one]))
                one = value_of(self._styles[one], "basedOn")
            self._chains[its_id] = found
        return self._chains[its_id]

    def paragraph_property(self, its_id, name):
        """The first element of that name in the paragraph properties along the chain."""
        for _id, style in self.chain(its_id):
            properties = style.find(PPR)
            found = None if properties is None else properties.find(w(name))
            if found is not None:
                return found
        return None

    def run_property(self, its_id, name):
        """The same among the run properties."""
        key = its_id, name
        if key not in self._switches:
            self._switches[key] = next(
                (found for _id, style in self.chain(its_id) if (found := _own(style, name)) is not None), None
            )
        return self._switches[key]

    def any_run_property(self, name) -> bool:
        return any(is_on(_own(style, name)) for style in self._styles.values())

    def of_run(self, run, paragraph_style, name):
        """What a run has: itself, its character style, the style of its paragraph."""
        found = _own(run, name)
        if found is not None:
            return found
        named = value_of(run, "rPr", "rStyle")
        found = self.run_property(named, name) if named else None
        return found if found is not None else self.run_property(paragraph_style, name)

    def size(self, run, paragraph_style) -> int:
        """Of its letters, in half points (17.3.2.38 sz)."""
        default = None if self.tree is None else self.tree.find(f"{w('docDefaults')}//{w('sz')}")
        otherwise = 20 if default is None else whole(default.get(VAL), 20)
        return whole(self.value(run, paragraph_style, "sz"), otherwise)

    def is_on(self, run, paragraph_style, name) -> bool:
        return is_on(self.of_run(run, paragraph_style, name))

    def value(self, run, paragraph_style, name) -> str | None:
        found = self.of_run(run, paragraph_style, name)
        return None if found is None else found.get(VAL)


def _own(element, name):
    properties = element.find(RPR)
    return None if properties is None else properties.find(w(name))
