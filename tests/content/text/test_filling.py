"""One text for all, filled for each reader."""

import pytest
from django.contrib.auth.models import AnonymousUser

from content.models import ContentPage
from content.text import fill, render
from files.models import Attachment, Picture
from tests.cast import make_space
from tests.content.text.readers import in_a_request
from wiki.models import Article

DEAD = '<a class="link-none" role="link" aria-disabled="true" title="没有权限或已删除">'


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(
        instance=Article(title="高钾 血症", maintainer=cast.zhou_yaning)
    )


def held(model, page, name, *, is_published=True, **facts):
    """A row of a file; what lies in the storage does not matter here."""
    file = model(title=facts.pop("title", "血钾"), is_published=is_published, file_size=1_258_291, **facts)
    file.belong_to(page)
    file.file.name = name
    model.objects.bulk_create([file])
    return model.objects.get(uid=file.uid)


@pytest.fixture
def picture(page):
    return held(Picture, page, "pictures/x.png", width=1000, height=750)


@pytest.fixture
def table(page):
    return held(Attachment, page, "attachments/x.xlsx", title="速查 <表>")


def filled(source, user):
    return fill(render(source).html, user)


def test_a_link_leads_to_the_page_under_its_words_of_today(cast, page):
    source = f"[高**钾**](page:{page.uid}#处理)"

    assert filled(source, cast.lin_xiaoman) == (
        f'<p><a href="{page.get_absolute_url()}#处理">高<strong>钾</strong></a></p>'
    )


@pytest.mark.promise("W4")
def test_whoever_may_not_see_the_page_keeps_the_words_only(cast, page):
    source = f"[见此](page:{page.uid})"

    assert filled(source, cast.zhao_jingxing) == f"<p>{DEAD}见此</a></p>"
    assert filled(source, AnonymousUser()) == f"<p>{DEAD}见此</a></p>"


@pytest.mark.promise("P35")
def test_what_never_was_looks_like_what_may_not_be_seen(cast, page):
    stranger = cast.zhao_jingxing
    targets = [f"page:{page.uid}", "page:abcdefghjkmn", "page:nothing", "missing.md"]

    assert len({filled(f"[见此]({target})", stranger) for target in targets}) == 1


def test_a_page_that_is_not_live_is_dead_to_readers(cast, page):
    ContentPage.objects.filter(pk=page.pk).update(live=False)

    assert DEAD in filled(f"[见此](page:{page.uid})", cast.lin_xiaoman)


def test_a_link_to_a_space_leads_there(cast, page):
    assert 'href="/spaces/qingyu/"' in filled(f"[空间](page:{page.space.uid})", cast.lin_xiaoman)


def test_a_picture_comes_in_the_sizes_that_are_enough(cast, page, picture):
    html = filled(f'![心电图 "示意"](file:{picture.uid})', cast.lin_xiaoman)

    address = f"/files/{picture.uid}/r/width-"
    assert html == (
        f'<figure><img src="{address}720" srcset="{address}360 360w, {address}720 720w, {address}1440 1000w" '
        'sizes="(max-width: 720px) 100vw, 760px" loading="lazy" decoding="async" width="1000" height="750" '
        'alt="心电图 &quot;示意&quot;"></figure>'
    )


@pytest.mark.parametrize(("width", "sizes"), [(200, 0), (700, 2), (4000, 3)])
def test_no_picture_is_asked_for_larger_than_it_is(cast, page, width, sizes):
    picture = held(Picture, page, "pictures/y.png", width=width, height=100)

    assert filled(f"![](file:{picture.uid})", cast.lin_xiaoman).count("0w") == sizes


def test_files_show_their_type_and_size(cast, page, table):
    html = filled(f"[降钾<药>.xlsx](file:{table.uid})", cast.lin_xiaoman)

    assert f'<a class="file" href="/files/{table.uid}/' in html
    assert '<span class="block ell">降钾&lt;药&gt;.xlsx</span><span class="t3 small">XLSX · 1.2\xa0MB</span>' in html


def test_a_file_in_a_sentence_is_a_link(cast, page, table):
    assert '见<a class="file-link" href="/files/' in filled(f"见[表](file:{table.uid})。", cast.lin_xiaoman)


def test_a_film_plays_in_place(cast, page):
    film = held(Attachment, page, "attachments/x.mp4", title="洗手")

    assert f'<video src="/files/{film.uid}/' in filled(f"![](file:{film.uid})", cast.lin_xiaoman)


@pytest.mark.promise("P21")
def test_no_name_and_no_address_of_a_file_reaches_a_stranger(cast, page, picture, table):
    source = f"![图](file:{picture.uid})\n\n[表](file:{table.uid})\n\n见[表](file:{table.uid})"

    html = filled(source, cast.zhao_jingxing)

    assert "/files/" not in html
    assert "速查" not in html
    assert html.count("没有权限或已删除") == 3


def test_pictures_of_a_draft_are_for_those_who_write(cast, page):
    picture = held(Picture, page, "pictures/z.png", is_published=False, width=100, height=100)

    assert "/files/" in filled(f"![](file:{picture.uid})", cast.zhou_yaning)


def test_a_mention_leads_to_the_profile(cast, page):
    uid = cast.lin_xiaoman.uid

    assert filled(f"问 [@林小满](mention:{uid})", cast.zhou_yaning) == (
        f'<p>问 <a class="mention" href="/people/{uid}/">@林小满</a></p>'
    )


def test_callouts_get_their_icon(cast):
    assert "#circle-alert" in filled("> [!注意] 慢推", cast.lin_xiaoman)


@pytest.mark.parametrize("count", [1, 30])
def test_any_number_of_links_and_files_costs_one_query(cast, page, picture, table, count, django_assert_num_queries):
    source = (
        f"[a](page:{page.uid}) ![b](file:{picture.uid}) [c](file:{table.uid}) [@x](mention:{cast.lin_xiaoman.uid})\n\n"
    )
    html = render(source * count).html
    reader = in_a_request(cast.lin_xiaoman)

    with django_assert_num_queries(1):
        assert "link-none" not in fill(html, reader)


def test_a_text_without_references_costs_nothing(cast, django_assert_num_queries):
    html = render("## 甲\n\n乙").html

    with django_assert_num_queries(0):
        assert fill(html, cast.lin_xiaoman) == html
