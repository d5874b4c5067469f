"""What of a question a text tells: things, not words; more often, closer together; in sentences that can be quoted."""

from types import SimpleNamespace

import pytest

from search.answering.concepts import Weighed, concept_of
from search.answering.cues import cue_of
from search.answering.evidence import Sought
from search.answering.meaning import meaning_of
from search.answering.plans import rarest
from search.answering.quoting import best_sentences
from search.answering.ranking import weigh

FILLER = "值班人员每天巡视，发现问题马上登记。" * 8


def sought(*things, characters=(), cue=None):
    return Sought([Weighed(names, weight) for names, weight in things], characters, cue)


def read(looked_for, *texts):
    looked_for.read(dict(enumerate(texts)))
    return looked_for


def quoted(text, looked_for, size=120, title=""):
    looked_for.read({0: text})
    window = best_sentences(text, looked_for, looked_for.together(0, text), size, title)
    return text[window.start : window.end]


def test_a_thing_is_told_once_by_whichever_of_its_names():
    doctor = ({"大夫": 1.0, "医师": 0.8, "医生": 0.8}, 1.0)
    texts = "医师、医生、大夫都可以。", "大夫可以在上海开刀。"
    looked_for = read(sought(doctor, ({"上海": 1.0}, 1.0)), *texts)
    some, more = (looked_for.together(pk, text)[0][0] for pk, text in enumerate(texts))
    assert (some, more) == (0.5, 1.0)


def test_another_word_tells_less_than_the_typed_one_and_names_tell_in_the_title():
    looked_for = sought(({"大夫": 1.0, "医师": 0.8}, 3.0), ({"执照": 1.0}, 1.0))
    assert looked_for.in_title("大夫执照") == 1.0
    assert looked_for.in_title("医师法") == pytest.approx(0.6)


def test_what_is_told_often_is_told_more_but_not_for_ever():
    texts = "输血。" + FILLER, "输血输血。" + FILLER, "输血" * 20 + "。" + FILLER, "输血" * 40 + "。" + FILLER
    looked_for = read(sought(({"输血": 1.0}, 1.0)), *texts)
    once, twice, often, always = (looked_for.told(pk, texts[0], "") for pk in range(4))
    assert once < twice < often
    assert always - often < twice - once


def test_the_same_in_a_longer_text_tells_less():
    texts = "输血。" + FILLER, "输血。" + FILLER * 9
    looked_for = read(sought(({"输血": 1.0}, 1.0)), *texts)
    assert looked_for.told(0, texts[0], "") > looked_for.told(1, texts[1], "")


def test_what_stands_close_together_says_more_and_is_found():
    near = FILLER * 2 + "抢救时由护士报时。" + FILLER
    apart = "抢救时不得离岗。" + FILLER * 3 + "护士报时。"
    looked_for = read(sought(({"抢救": 1.0}, 1.0), ({"报时": 1.0}, 1.0)), near, apart)
    (said, place), *_others = looked_for.together(0, near)
    assert said == 1.0
    assert place <= near.index("抢救") < near.index("报时") <= place + 120
    assert looked_for.together(1, apart)[0][0] == 0.5


def test_single_characters_tell_the_more_the_fewer_texts_hold_them():
    texts = "腕带的颜色说明过敏。", "手卫生的颜色说明。", "手套的颜色说明。"
    looked_for = read(sought(characters=["手", "腕"]), *texts)
    assert looked_for.told(0, texts[0], "") > looked_for.told(1, texts[1], "") > 0
    assert looked_for.words == {}  # they are not marked


def test_names_that_stand_nowhere_weigh_nothing_and_common_names_tell_less():
    frequencies = {"大夫": 1, "医师": 90, "执照": 1}
    doctor, licence = meaning_of("大夫的执照", lambda word: {"大夫": ("医师",)}.get(word, ())).weighed(frequencies, 100)
    assert "医生" not in doctor.names
    assert {"大夫", "医师"} <= doctor.names.keys()
    assert doctor.weight == licence.weight
    assert doctor.names["医师"] < 0.2 < doctor.names["大夫"]


def test_a_word_tells_itself_best_then_its_other_words_then_its_pieces():
    names = concept_of("高危药", (), ("高警示药品",)).names
    assert names["高危药"] > names["高警示药品"] > names["高危"]
    assert "药" not in concept_of("药", (), ()).names


def test_titles_are_asked_for_the_rarest_words():
    frequencies = {f"字{number}": number for number in range(1, 40)}
    assert rarest(["无", *frequencies], frequencies) == list(frequencies)[:16]


@pytest.mark.parametrize(
    ("asked", "word"),
    [("我爸献过血", "献血"), ("主任一个星期要查几次房", "查房"), ("要签什么字", "签字"), ("没洗过手", "洗手")],
)
def test_words_that_were_parted_are_put_together(asked, word):
    meant = meaning_of(asked)
    assert word in meant.besides
    assert any(each.names.get(word) == 1.0 for each in meant.concepts)


@pytest.mark.parametrize("asked", ["能不能打", "想不想去", "看了又看", "管不管"])
def test_what_only_looks_parted_is_left_alone(asked):
    assert {"打打", "想想", "看看", "管管"}.isdisjoint(meaning_of(asked).besides)


@pytest.mark.parametrize(
    ("asked", "answer", "other"),
    [
        ("多久要上报", "2小时内上报", "2名护士"),
        ("尸检多少天内要做", "48小时内", "48元"),
        ("执照几年校验一回", "每3年校验", "3个月"),
        ("骗医保会罚几倍", "处二倍以上五倍以下", "二年"),
        ("多大年纪可以献血", "十八周岁", "十八次"),
        ("浓度最高多少", "40 mmol", "没有数字。"),
    ],
)
def test_a_question_says_in_what_its_answer_is_counted(asked, answer, other):
    cue = cue_of(asked)
    assert list(cue.places_in(answer))
    assert not list(cue.places_in(other))


def test_a_question_that_asks_for_no_number_has_no_cue():
    assert cue_of("床号能不能当作身份来核对") is None


def test_a_passage_is_whole_sentences_about_the_best_place():
    text = FILLER + "第七条 危急值由接收人复述。30 分钟内作出处置。" + FILLER
    found = quoted(text, sought(({"危急值": 1.0}, 1.0), ({"复述": 1.0}, 1.0)), size=70)
    assert "危急值由接收人复述。30 分钟内作出处置。" in found
    assert 50 < len(found) <= 70
    assert text.split(found)[0].endswith("。")
    assert found.endswith("。")


def test_a_passage_does_not_begin_in_the_middle_of_a_sentence():
    text = FILLER + "值班期间发现危急值，由接收的人复述，并且登记。" + FILLER
    found = quoted(text, sought(({"复述": 1.0}, 1.0)), size=24)
    assert found == "值班期间发现危急值，由接收的人复述，并且登记。"


def test_a_passage_holds_the_number_that_was_asked_for():
    text = "给药后观察病人的反应。" + FILLER + "给药后15分钟内观察。" + FILLER
    things = ({"给药": 1.0}, 1.0), ({"观察": 1.0}, 1.0), ({"病人": 1.0}, 0.1)
    assert "15分钟" not in quoted(text, sought(*things))
    assert "15分钟" in quoted(text, sought(*things, cue=cue_of("给药后多久要观察")))


def test_the_tighter_of_two_passages_is_quoted():
    long = "危急值" + "、甲乙丙丁" * 15 + "复述。"
    text = long + FILLER + "危急值要复述。" + FILLER
    assert "危急值要复述" in quoted(text, sought(({"危急值": 1.0}, 1.0), ({"复述": 1.0}, 1.0)), size=140)


def test_what_the_title_says_need_not_be_said_again():
    text = "献血法是为了献血。" + FILLER + "一次采集血液四百毫升。" + FILLER
    things = ({"献血": 1.0}, 1.0), ({"采集": 1.0}, 0.9)
    assert "献血法" in quoted(text, sought(*things), size=40)
    assert "四百毫升" in quoted(text, sought(*things), size=40, title="献血法")


def test_a_sentence_longer_than_the_room_is_cut():
    assert 0 < len(quoted("甲、" * 90 + "献血" + "、乙" * 90, sought(({"献血": 1.0}, 1.0)), size=100)) <= 120


def test_what_is_left_of_a_sentence_too_long_is_no_sentence():
    text = "甲、" * 75 + "献血。" + FILLER
    looked_for = read(sought(({"献血": 1.0}, 1.0)), text)
    assert not best_sentences(text, looked_for, looked_for.together(0, text), 100).is_whole


def test_an_empty_text_has_nothing_to_quote():
    assert quoted("", sought(({"献血": 1.0}, 1.0))) == ""


def test_how_much_a_text_tells_counts_for_questions_alone():
    def score(is_question):
        pages = [
            SimpleNamespace(pk=pk, title=title, score=0.0, says=0.0, titled=0.0, stretches=[])
            for pk, title in enumerate("甲乙")
        ]
        texts = {0: SimpleNamespace(folded="输血" * 9), 1: SimpleNamespace(folded="输血" + "。" * 16)}
        weigh(pages, texts, sought(({"输血": 1.0}, 1.0)), is_question)
        return [each.score for each in sorted(pages, key=lambda each: each.pk)]

    assert score(True)[0] > score(True)[1]
    assert score(False)[0] == score(False)[1]
