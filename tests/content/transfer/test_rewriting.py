"""Links of a file lead on after it came in; what stands in code is no link."""

from content.transfer.rewriting import rewrite


def bring(body, **known):
    notes = []
    made = rewrite(body, "护理/甲.md", page_uid=known.get, file_uid=lambda path: None, notes=notes)
    return made, notes


def test_a_link_leads_to_the_page_its_file_became_and_a_lost_one_is_named_with_its_line():
    made, notes = bring("[乙](乙.md#处理) [名]\n\n![图](无.png)\n\n[名]: 乙.md\n", **{"护理/乙.md": "uid-of-b"})

    assert made == "[乙](page:uid-of-b#处理) [名]\n\n图\n\n[名]: page:uid-of-b\n"
    assert notes == ["第 3 行的图片“无.png”没有找到"]


def test_what_stands_in_code_is_left_to_the_letter():
    code = "`[乙](乙.md)`\n\n```\n[乙](乙.md)\n![图](无.png)\n```\n"

    assert bring(code, **{"护理/乙.md": "uid-of-b"}) == (code, [])


def test_what_leads_elsewhere_stays():
    body = "[网](https://example.invalid/a) [页](page:abc) [节](#处理) [空]()\n"

    assert bring(body) == (body, [])
