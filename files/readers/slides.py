"""PowerPoint: a slide with its drawings of words, then what its speaker noted."""

from files.readers import office
from files.readers.paper import Ending

NUMBERS = ("slidenum", "datetime")


def read(file, paper):
    with office.opened(file) as package:
        slides = _in_order(package)
        for number, slide in enumerate(slides, 1):
            paper.begin(f"slide={number}")
            for member in (slide, *package.related(slide, "diagramData"), *package.related(slide, "notesSlide")):
                for line in _lines(package, member):
                    paper.add(line)
    paper.end()
    return Ending("done", len(slides))


def _in_order(package):
    main = package.main()
    targets = package.relations(main)
    found = [_relation(element) for _event, element in package.stream(main, "sldId")]
    members = [targets[its_id][1] for its_id in found if its_id in targets]
    return [member for member in members if member in package.members]


def _relation(element):
    """`id` twice: a number of its own without, the relation with a namespace."""
    return next((value for name, value in element.attrib.items() if name.endswith("}id")), "")


def _lines(package, member):
    for _event, paragraph in package.stream(member, "p"):
        yield "".join(_words(paragraph)).strip()
        office.let_go(paragraph)


def _words(paragraph):
    for part in paragraph.iter("{*}t", "{*}br"):
        if office.name_of(part) == "br":
            yield "\n"
        elif not _counts(part.getparent()):
            yield part.text or ""


def _counts(field):
    return field is not None and (field.get("type") or "").startswith(NUMBERS)
