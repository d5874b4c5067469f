"""Parts drawn once and filled in like a form."""

import pytest
from django.template import Context, Template, engines
from django.utils.safestring import mark_safe
from django.utils.translation import override

from ui import moulds

PARTS = {
    "card.html": '<a href="/x/{{ uid }}/">{{ title }}</a>{% if is_open %}{{ inside }}{% endif %}',
    "words.html": "{% trans '取消' %} {% blocktrans %}{{ name }}，个人菜单{% endblocktrans %}",
    "form.html": "{% csrf_token %}",
    "asks.html": "{% if title %}{{ title }}{% endif %}",
}


@pytest.fixture(autouse=True)
def parts(monkeypatch):
    """These parts stand among the templates; `drawn` tells how often each was drawn."""
    drawn = []

    def render_to_string(name, context):
        drawn.append(name)
        return engines["django"].from_string(PARTS[name]).render(context)

    monkeypatch.setattr(moulds.loader, "render_to_string", render_to_string)
    moulds._cut.cache_clear()
    yield drawn
    moulds._cut.cache_clear()


def said(template, **context):
    return Template(template).render(Context(context))


def test_a_part_is_drawn_once_and_filled_in_each_time(parts):
    card = '{% once "card.html" with uid=uid title=title %}'

    assert said(card, uid="a1", title="心内") == '<a href="/x/a1/">心内</a>'
    assert said(card, uid="b2", title="急诊") == '<a href="/x/b2/">急诊</a>'
    assert parts == ["card.html"]


def test_words_are_escaped_unless_they_are_safe():
    card = '{% once "card.html" with uid="a" title=title %}'

    assert "&lt;b&gt;" in said(card, title="<b>")
    assert "<b>" in said(card, title=mark_safe("<b>"))


def test_what_shapes_a_part_makes_another_one(parts):
    card = '{% once "card.html" is_open=is_open with uid="a" title="b" inside=inside %}'

    assert said(card, is_open=True, inside="更多").endswith("更多")
    assert said(card, is_open=False, inside="更多").endswith("</a>")
    assert len(parts) == 2


def test_a_frame_stands_around_what_is_between():
    frame = '{% frame "card.html" is_open=True with uid="a" title="b" %}<p>{{ text }}</p>{% endframe %}'

    assert said(frame, text="1 < 2") == '<a href="/x/a/">b</a><p>1 &lt; 2</p>'


def test_a_mapping_says_many_words():
    card = '{% once "card.html" shape with title="b" words %}'

    assert said(card, shape={"is_open": False}, words={"uid": "a"}) == '<a href="/x/a/">b</a>'


def test_each_language_has_its_own():
    words = '{% once "words.html" with name="林小满" %}'

    assert said(words) == "取消 林小满，个人菜单"
    with override("en"):
        assert said(words) == "Cancel 林小满, personal menu"


def test_a_form_gets_the_token_of_its_reader():
    form = '{% once "form.html" with csrf_token=token %}'

    assert 'value="one"' in said(form, token="one")
    assert 'value="two"' in said(form, token="two")


def test_a_part_cannot_ask_about_a_word():
    with pytest.raises(TypeError, match="before `with`"):
        said('{% once "asks.html" with title="" %}')
