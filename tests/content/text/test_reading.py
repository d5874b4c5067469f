from content.text import count_characters, excerpt, plain_text, reading_minutes, render


def test_plain_text_of_html_has_a_line_a_block():
    html = render("## 甲\n\n乙 **丙**\n\n- 丁\n\n| a | b |\n|---|---|\n| 1 | &lt; |").html

    assert plain_text(html) == "甲\n乙 丙\n丁\na\tb\n1\t<"


def test_an_excerpt_ends_after_a_sentence_where_it_can():
    assert (
        excerpt("先救命，再查因。血钾高于标准时立即上监护。不等复查结果。", 25)
        == "先救命，再查因。血钾高于标准时立即上监护。"
    )


def test_an_excerpt_without_sentences_is_cut_with_dots():
    assert excerpt("甲" * 50, 10) == "甲" * 9 + "…"


def test_a_short_text_is_its_own_excerpt_on_one_line():
    assert excerpt("甲\n乙", 10) == "甲 乙"


def test_characters_are_counted_as_word_does():
    assert count_characters("血钾 ≥ 6.5 mmol/L，立即。") == 8  # 血 钾 6 5 mmol L 立 即
    assert count_characters("") == 0


def test_reading_takes_a_minute_at_least():
    assert reading_minutes("") == 1
    assert reading_minutes("字" * 2_000) == 5
