"""What a person says of the files of an import before it goes on."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext

from content import kinds
from content.convert import saying
from content.models import ImportItem
from content.models.pages import LIBRARY
from content.transfer.reading import ATTACHMENT

Outcome, Was = ImportItem.Outcome, ImportItem.Was


@dataclass(frozen=True)
class Choice:
    """What a person says of one file. What is not said keeps the guess."""

    answers: dict = field(default_factory=dict)  # {key of a question: one of its options}
    facts: dict = field(default_factory=dict)  # {name: words}
    kind: str = ""
    title: str = ""
    is_wanted: bool = True


def choose_one(item, choice):
    known = {question["key"]: question for question in item.questions}
    said = {key: word for key, word in choice.answers.items() if word in known.get(key, {}).get("options", ())}
    if any(known[key]["kind"] == "heading" and word != known[key]["guess"] for key, word in said.items()):
        item.read_at = None
    item.answers = said
    facts = {saying.fact_of(known[key]["kind"]): word for key, word in said.items()}
    facts.pop("", None)
    for name, words in (facts | choice.facts).items():
        words = str(words).strip()[:255]
        if words != item.facts.get(name, {}).get("value", ""):
            fact = item.facts.setdefault(name, {"value": "", "where": "", "quote": "", "others": []})
            fact["said"] = words
    if choice.kind in kinds_for(item):
        item.kind = choice.kind
    item.title = choice.title.strip()[:255] or item.title
    item.is_wanted = choice.is_wanted and (not item.refusal or item.kind == ATTACHMENT)
    item.save()


def kinds_for(item) -> dict:
    """{name: label} of what this file may become: a page only where its text was read."""
    pages = {name: each._meta.verbose_name for name, each in kinds.kinds(LIBRARY).items()} if item.counts else {}
    return pages | ({} if item.was in (Was.FOLDER, Was.MARKDOWN) else {ATTACHMENT: gettext("附件")})


def skip_unwanted(run):
    waiting = run.items.filter(outcome=Outcome.WAITING)
    refused = Q(is_wanted=False) & ~Q(refusal="")
    waiting.filter(refused).update(outcome=Outcome.FAILED)
    waiting.filter(is_wanted=False).update(outcome=Outcome.SKIPPED)
    while True:  # a folder of nothing that comes is no page
        needed = run.items.filter(outcome=Outcome.WAITING).values("parent_path")
        empty = waiting.filter(was=Was.FOLDER).exclude(path__in=needed)
        if not empty.update(outcome=Outcome.SKIPPED):
            return
