"""What a Word file became. Plain, so that it can leave the process that made it as JSON."""

from dataclasses import asdict, dataclass, field

from content.convert.word.facts import NAMES, Candidate, Fact, Facts
from content.convert.word.questions import Question
from content.convert.word.report import Loss


@dataclass(frozen=True)
class Picture:
    """`name` is the src in the HTML and the file's name; sizes in pixels as shown, 0 where nobody said."""

    name: str
    type: str  # png, jpeg, gif, bmp, tiff, webp, emf, wmf
    digest: str  # SHA-256
    bytes: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Found:
    """A heading; `why` is a code of content.convert.word.headings."""

    level: int
    text: str
    is_sure: bool
    why: str


@dataclass
class Converted:
    """`questions` are asked and doubted, `counts` says how many losses of a kind there were, told or not."""

    was: str = "docx"
    title: str = ""
    html: str = ""
    pictures: list = field(default_factory=list)
    headings: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    losses: list = field(default_factory=list)
    counts: dict = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    paragraphs: int = 0
    numbers: int = 0
    tables: int = 0
    pages_hint: int = 0

    def to_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, made) -> "Converted":
        lists = {
            "pictures": [Picture(**one) for one in made["pictures"]],
            "headings": [Found(**one) for one in made["headings"]],
            "questions": _questions(made["questions"]),
            "losses": [Loss(**one) for one in made["losses"]],
        }
        return cls(**made | lists | {"facts": _facts(made["facts"])})


def _questions(made):
    return [Question(**one | {"options": tuple(one["options"])}) for one in made]


def _facts(made):
    facts = {name: _fact(made[name]) for name in NAMES}
    return Facts(**facts, questions=_questions(made["questions"]))


def _fact(made):
    return made and Fact(**made | {"others": tuple(Candidate(**one) for one in made["others"])})
