"""Pictures as wide as their author says."""

import re

from markdown.inlinepatterns import ImageInlineProcessor


class SizedPicture(ImageInlineProcessor):
    """`![说明](file:uid){width=300}`"""

    WIDTH = re.compile(r"\{width=(\d{1,4})\}")  # pixels

    def handleMatch(self, m, data):
        element, begin, end = super().handleMatch(m, data)
        width = None if element is None else self.WIDTH.match(data, end)
        if width is None:
            return element, begin, end
        element.set("width", width[1])
        return element, begin, width.end()
