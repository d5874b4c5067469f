"""A flow chart written as text is drawn in a frame without an origin, and its picture is for everybody."""

import pytest

from content.actions import publishing, writing
from content.actions.writing import Text
from content.models import Diagram, Rendering
from tests.axe import fits, violations
from tests.cast import make_space

pytestmark = [pytest.mark.e2e, pytest.mark.django_db, pytest.mark.promise("W61")]
FLOW = """flowchart TD
  A[测血钾] --> B{"≥ 6.5 mmol/L?"}
  B -- 是 --> C[立即报告医生]
  B -- 否 --> D[复查]
  C --> D"""
OTHERS = {
    "sequence": "sequenceDiagram\n  护士->>医生: 报告危急值\n  医生-->>护士: 复述确认",
    "state": "stateDiagram-v2\n  [*] --> 待处理\n  待处理 --> 已处理: 确认",
    "gantt": "gantt\n  dateFormat YYYY-MM-DD\n  section 准备\n  培训 :a1, 2026-01-01, 5d\n  演练 :after a1, 3d",
    "pie": 'pie title 不良事件\n  "跌倒" : 45\n  "压疮" : 30',
    "class": "classDiagram\n  class 患者 {\n    +姓名\n  }\n  患者 <|-- 住院患者",
}


def fenced(text):
    return f"```mermaid\n{text}\n```\n"


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


@pytest.fixture
def publish(cast, space):
    def made(body):
        page = writing.create(space, "article", by=cast.zhou_yaning, text=Text("高钾血症", body))
        return publishing.publish(page, by=cast.zhou_yaning)

    return made


def test_an_editor_opens_the_page_and_everybody_has_the_picture(page, sign_in, cast, publish):
    article = publish("## 流程\n\n" + fenced(FLOW))
    sign_in(cast.zhou_yaning)
    page.goto(article.get_absolute_url())
    page.locator(".diagram > svg text", has_text="立即报告医生").wait_for()

    assert Diagram.objects.get().by == cast.zhou_yaning
    assert "<svg viewBox" in Rendering.objects.get(page=article.pk).html
    sign_in(cast.lin_xiaoman)
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.locator(".diagram > svg text", has_text="复查").wait_for()
    assert page.locator("iframe").count() == 0
    assert violations(page) == []
    assert fits(page)
    assert page.violations == []


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_every_kind_of_diagram_passes_what_the_server_lets_through(page, sign_in, cast, publish, text):
    article = publish(fenced(text))
    sign_in(cast.zhou_yaning)
    page.goto(article.get_absolute_url())

    page.locator(".diagram.is-drawn > svg").wait_for()
    assert Diagram.objects.count() == 1
    assert page.violations == []
