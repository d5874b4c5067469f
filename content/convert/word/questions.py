"""What a file leaves open for a person to say. Words for people are made where they are asked; here are codes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """`kind` is one of KINDS; an option is what an answer may be, `guess` the likeliest and first."""

    key: str
    kind: str
    text: str
    quote: str = ""
    options: tuple = ()
    guess: str = ""
    group: str = ""  # questions with the same one are likely to have the same answer


HEADING, TEXT = "heading", "text"
KINDS = (
    "heading",  # is this line a heading?
    "article_gap",  # 第十一条, then 第十三条: nothing to answer, to be looked at
    "article_twice",
    "article_back",
    *("number", "title", "issuing_unit", "issued_on", "binds_from", "revised_on", "version"),  # two places disagree
    "binds_from_missing",  # only the date below the text is there
    "binds_before_issued",
    "date_impossible",  # 2月30日
)
