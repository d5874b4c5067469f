"""How well headings of regulations are found: what was said against what a reader says."""

from collections import Counter

from content.convert.word.facts import facts_of
from content.convert.word.headings import find
from tests.content.convert.reading import numbered


class Measured:
    """Counts over papers; `missed` and `false` quote what went wrong."""

    def __init__(self, papers):
        self.sure = self.right = self.headings = self.asked_headings = self.asked_others = self.levels = 0
        self.false, self.missed, self.titles, self.wrong_levels = [], [], [], []
        for paper in papers:
            self._measure(paper)

    def _measure(self, paper):
        box, _labels = numbered(paper)
        found = find(box)
        gold = dict(_counted((text, level) for level, text in paper.gold.headings))
        chosen = dict(_counted((heading.text, heading.level) for heading, _absorbed in found.chosen()))
        sure = {text for text, _level in _counted((one.text, 0) for one in found.sure)}
        asked = {text for text, _guess in _counted((one.text, 0) for one in found.asked)}
        self.headings += len(gold)
        self.sure += len(sure)
        self.right += len(sure & set(gold))
        self.asked_headings += len(asked & set(gold))
        self.asked_others += len(asked - set(gold))
        self.false += [(paper.name, one) for one in sorted(sure - set(gold))]
        self.missed += [(paper.name, one) for one in gold if one not in sure | asked]
        self.wrong_levels += [
            (paper.name, one, level, chosen[one]) for one, level in gold.items() if chosen.get(one, level) != level
        ]
        if _bare(found.title.text) != _bare(paper.gold.title) and paper.gold.title:
            self.titles.append((paper.name, found.title.text, found.title.why))

    @property
    def precision(self):
        return self.right / self.sure

    @property
    def recall(self):
        return self.right / self.headings

    def __str__(self):
        return (
            f"{self.headings} headings: sure {self.sure}, precision {self.precision:.3f}, recall {self.recall:.3f}; "
            f"asked {self.asked_headings} headings and {self.asked_others} others; missed {len(self.missed)}"
        )


def wrong_facts(papers):
    """[(paper, fact, read, gold)], questions that did not come, and how many facts there are."""
    wrong, count = [], 0
    for paper in papers:
        box, _labels = numbered(paper)
        facts = facts_of(box, find(box))
        for name, gold in paper.gold.facts.items():
            count += 1
            if facts.value(name) != gold:
                wrong.append((paper.name, name, facts.value(name), gold))
        kinds = {question.kind for question in (*facts.questions, *find(box).doubts)}
        wrong += [(paper.name, "question", sorted(kinds), kind) for kind in paper.gold.asks - kinds]
    return wrong, count


def _counted(pairs):
    """A text that comes again is another heading."""
    seen = Counter()
    for text, value in pairs:
        text = _bare(text)
        seen[text] += 1
        yield f"{text}#{seen[text]}" if seen[text] > 1 else text, value


def _bare(text):
    return "".join(text.split())
