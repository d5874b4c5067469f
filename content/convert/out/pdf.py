"""The sheet as PDF: runs in the confined process alone."""

from pathlib import Path

from lxml import html

from content.convert.out.tidying import SCHEME, tidy

STYLE = Path(__file__).with_name("paper.css")


def write(sheet, folder, to):
    """Draw `sheet.html` of the folder. Raises OSError where Pango is missing."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    page = html.document_fromstring((folder / "sheet.html").read_text("utf-8"))
    tidy(page.get_element_by_id("text"), sheet["pictures"], sheet["words"])
    _turn_wide_tables(page)
    for picture in page.xpath("//img[@class='sized'][@width]"):
        picture.set("style", f"width: {picture.get('width')}px")
    files, fonts = fetcher(folder), FontConfiguration()
    style = CSS(string=STYLE.read_text("utf-8"), url_fetcher=files, font_config=fonts)
    drawn = HTML(string=html.tostring(page, encoding="unicode"), base_url=sheet["site"], url_fetcher=files)
    drawn.write_pdf(to, stylesheets=[style], font_config=fonts)


WIDE = 9  # columns; more do not fit beside one another on upright paper


def _turn_wide_tables(page):
    for table in page.iter("table"):
        rows = ([int(cell.get("colspan") or 1) for cell in row.iterchildren("td", "th")] for row in table.iter("tr"))
        if max(map(sum, rows), default=0) >= WIDE and not any(up.tag == "table" for up in table.iterancestors()):
            table.set("class", "tbl wide")


def fetcher(folder):
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class FolderAlone(URLFetcher):
        """Whatever an author wrote, this process reads the job's own pictures and nothing else."""

        def fetch(self, url, headers=None):
            name = url.removeprefix(SCHEME)
            if name == url or Path(name).name != name:
                raise ValueError(f"Refused: {url[:200]}")
            return URLFetcherResponse(url, (folder / name).read_bytes())

    return FolderAlone()
