from content.text.titles import resolve_wiki_links, wiki_titles

UIDS = {"高钾血症": "abcdefghjkmn", "血钾*标准*": "abcdefghjkmp"}


def resolved(source):
    return resolve_wiki_links(source, lambda titles: {title: UIDS[title] for title in titles if title in UIDS})


def test_a_title_in_double_brackets_becomes_a_reference():
    assert resolved("见 [[高钾血症]]。") == "见 [高钾血症](page:abcdefghjkmn)。"


def test_with_words_of_ones_own_and_a_place_in_the_page():
    assert resolved("[[高钾血症#处理 流程|这里]]") == "[这里](page:abcdefghjkmn#处理-流程)"


def test_signs_in_a_title_stay_signs():
    assert resolved("[[血钾*标准*]]") == r"[血钾\*标准\*](page:abcdefghjkmp)"


def test_an_unknown_title_stays_as_it_was_typed():
    assert resolved("[[还没有写]]") == "[[还没有写]]"


def test_code_is_left_alone():
    source = "`[[高钾血症]]`\n\n```\n[[高钾血症]]\n```\n"

    assert resolved(source) == source
    assert wiki_titles(source) == set()


def test_all_titles_are_looked_up_at_once():
    asked = []

    resolve_wiki_links("[[一]] [[二]] [[一]]", lambda titles: asked.append(titles) or {})

    assert asked == [{"一", "二"}]


def test_a_text_without_brackets_asks_nothing():
    assert resolve_wiki_links("正文", None) == "正文"
