"""Diagrams on paper: the printer draws their shapes itself; for Word, which cannot, it prints each as a picture."""

from content.convert.out.tidying import SCHEME, is_diagram

SHARPNESS = 2  # pixels for each unit
MOST_PIXELS = 12_000_000


def as_pictures(root, folder):
    """Before `tidy`: every drawn diagram as an <img> of a file in the folder; as its text where none can be made."""
    for number, svg in enumerate([each for each in root.iter("svg") if is_diagram(each)]):
        name = f"diagram-{number}.png"
        frame = svg.getparent()
        try:
            _print(svg, folder / name)
        except Exception:  # whatever the printer lacks: the text is there
            svg.drop_tree()
            frame.set("class", "diagram")
            continue
        picture = frame.makeelement("img", src=SCHEME + name, alt=svg.get("aria-label") or "", width=svg.get("width"))
        picture.tail = svg.tail
        frame.replace(svg, picture)


def _print(svg, to):
    import pypdfium2
    from lxml import html
    from weasyprint import HTML

    width, height = int(svg.get("width")), int(svg.get("height"))
    sharpness = min(SHARPNESS, (MOST_PIXELS / (width * height)) ** 0.5)
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}"
    drawn = HTML(string=f"<style>{style}</style>" + html.tostring(svg, encoding="unicode", with_tail=False)).write_pdf()
    with pypdfium2.PdfDocument(drawn) as document:
        document[0].render(scale=sharpness * 96 / 72).to_pil().save(to, "PNG")
