"""What people get where nothing, or little, holds all they typed: what matches in part, what was meant, passages."""

import re

import pytest

import search
from content.models import ContentPage
from jobs.testing import run_due
from search.models import Synonym
from tests.search.conftest import found, titles, write

pytestmark = pytest.mark.django_db


@pytest.mark.promise("W35")
@pytest.mark.parametrize(("typed", "meant"), (("高甲血症", "高钾血症"), ("高钙血症", "高钾血症"), ("危机值", "危急值")))
def test_a_slip_is_offered_put_right_and_never_replaced(cast, space, typed, meant):
    write(space, "高钾血症", "危急值报告制度")
    Synonym.objects.all().delete()

    results = found(typed, cast.lin_xiaoman)

    assert results.total == 0
    assert [(each.text, each.number) for each in results.meant] == [(meant, 1)]
    assert all(hit.is_partial for hit in results.hits)


@pytest.mark.promise("W4", "W35")
def test_what_was_meant_is_offered_only_from_what_the_reader_may_see(cast, space):
    write(space, "高钾血症")
    run_due()

    assert search.query("高甲血症", cast.lin_xiaoman).meant
    assert search.query("高甲血症", cast.zhao_jingxing).meant == []


@pytest.mark.promise("W64")
def test_a_question_gets_the_passage_that_answers_and_says_when_there_is_none(cast, space):
    write(space, "高钾血症", summary="血钾高于 6.5 时先静脉推注葡萄糖酸钙，再降钾。")
    write(space, "探视", summary="重症监护室每天下午四点到五点可以探视。")

    answered = found("重症监护室什么时候可以探视", cast.lin_xiaoman)
    unanswered = found("停车场怎么收费", cast.lin_xiaoman)

    assert answered.is_question
    assert [passage.shown.hit.title for passage in answered.passages] == ["探视"]
    assert "下午四点到五点" in answered.passages[0].html
    assert (unanswered.is_question, unanswered.passages) == (True, [])


@pytest.mark.promise("W64")
def test_where_hardly_anything_is_said_in_these_words_their_characters_are_looked_for(cast, space):
    write(space, "腕带管理", summary="腕带脱落时由两人核对后更换。")

    assert titles("手腕上的圈掉了该怎么办", cast.lin_xiaoman) == ["腕带管理"]
    assert titles("手腕", cast.lin_xiaoman) == []


@pytest.mark.promise("W64")
def test_what_the_title_says_counts_for_the_passage_below_it(cast, space):
    write(space, "水母蜇伤的急救", summary="在热水里泡着。")
    write(space, "泡脚", summary="在热水里泡着。")

    passages = found("被水母蜇伤以后急救要泡多久", cast.lin_xiaoman).passages

    assert [each.shown.hit.title for each in passages] == ["水母蜇伤的急救"]


@pytest.mark.promise("W64")
def test_what_is_quoted_for_a_question_is_whole_sentences(cast, space):
    before, behind = "病区的门口放着登记的本子和笔。" * 5, "离开的时候把登记的牌子和钥匙一起交给护士站的人。" * 8
    write(space, "探视", summary=f"{before}重症监护室每天下午四点可以探视。一次两人。{behind}")

    (passage,) = found("重症监护室什么时候可以探视", cast.lin_xiaoman).passages

    quoted = re.sub(r"</?mark>|…", "", passage.html)
    assert "每天下午四点可以探视。一次两人。" in quoted
    assert quoted.startswith("病区的门口")
    assert quoted.endswith("护士站的人。")
    assert 200 < len(quoted) <= 260


@pytest.mark.promise("W30")
def test_a_hit_quotes_the_text_as_it_is_now_or_nothing(cast, space):
    (page,) = write(space, "高钾血症", summary="先推注葡萄糖酸钙")
    assert "葡萄糖酸钙" in found("葡萄糖酸钙", cast.lin_xiaoman).hits[0].snippet

    ContentPage.objects.filter(pk=page.pk).update(content_hash="changed", summary="先上监护")

    hit = search.query("葡萄糖酸钙", cast.lin_xiaoman).hits[0]  # before any worker came
    assert (hit.snippet, hit.hit.excerpt) == ("", "先上监护")


@pytest.mark.promise("W31")
def test_in_part_too_a_word_wanted_in_the_title_is_in_the_title(cast, space):
    write(space, "心电图机的保养")
    write(space, "设备间", summary="心电图机放在这里，保养由设备科负责。")

    results = found("标题:心电图机 保养周期", cast.lin_xiaoman)

    assert [hit.hit.title for hit in results.hits if hit.is_partial] == ["心电图机的保养"]
    assert set(titles("心电图机 保养周期", cast.lin_xiaoman)) == {"心电图机的保养", "设备间"}
    assert titles("标题:心电图记 保养周期", cast.lin_xiaoman) == ["心电图机的保养"]
