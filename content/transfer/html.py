"""HTML files on their way in: to Markdown, with words for what was left behind."""

import re

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

LEFT = {"script": "脚本", "style": "样式", "iframe": "嵌入页", "form": "表单", "object": "嵌入对象", "video": "视频"}
MERGED = re.compile(r'(?:row|col)span="?[2-9]')


class _Converter(MarkdownConverter):
    """Tables with merged cells stay HTML, since Markdown has none; the renderer cleans them."""

    def convert_table(self, el, text, parent_tags):
        if MERGED.search(str(el)):
            for tag in el.find_all(True):
                tag.attrs = {name: value for name, value in tag.attrs.items() if name in ("rowspan", "colspan")}
            return f"\n\n{el}\n\n"
        return super().convert_table(el, text, parent_tags)


def to_markdown(source):
    """(title, Markdown, notes): what was lost is counted, never dropped in silence."""
    soup = BeautifulSoup(source, "html.parser")
    notes = []
    for name, words in LEFT.items():
        if found := soup.find_all(name):
            if name not in ("script", "style"):
                notes.append(f"略去 {len(found)} 处{words}")
            for tag in found:
                tag.decompose()
    title = soup.title.get_text(strip=True) if soup.title else ""
    body = soup.body or soup
    if soup.title and body is soup:
        soup.title.decompose()
    text = _Converter(heading_style="ATX", bullets="-", escape_misc=False).convert_soup(body)
    return title, re.sub(r"\n{3,}", "\n\n", text).strip(), notes
