"""A flow chart written as text is drawn in a frame without an origin, and its picture is for everybody."""
# ruff: noqa: E501

import pytest

from access import audiences
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


def test_wrong_syntax_says_where_and_the_text_stays(page, sign_in, cast, publish):
    article = publish(fenced("flowchart TD\n  A[甲] --> B[乙]\n  B --> ["))
    sign_in(cast.zhou_yaning)
    page.goto(article.get_absolute_url())

    page.get_by_text("第 3 行写得不对").wait_for()
    assert "B --> [" in page.locator(".diagram code").inner_text()
    assert Diagram.objects.count() == 0


def test_who_only_reads_sees_the_picture_and_hands_nothing_in(page, sign_in, cast):
    space = make_space(cast.qingyu, slug="cardiology", editors=[audiences.everyone_in(cast.ward)])
    article = writing.create(space, "article", by=cast.zhou_yaning, text=Text("高钾血症", fenced(FLOW)))
    publishing.publish(article, by=cast.zhou_yaning)
    sign_in(cast.shen_zhixia)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(article.get_absolute_url())

    page.locator(".diagram.is-drawn > img").wait_for()
    assert not [url for url in asked if url.endswith("/diagram/")]
    assert Diagram.objects.count() == 0
    assert page.violations == []


HOSTILE = {
    "script in a label": "flowchart TD\n  A[\"<script>parent.hacked = 1</script><img src=x onerror='top.hacked = 1'>甲\"] --> B[乙]",
    "click to a script": 'flowchart TD\n  A[甲] --> B[乙]\n  click A "javascript:top.hacked=1"\n  click B call hacked()',
    "settings that let all through": '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, '
    '"themeCSS": "* { background: url(/healthz?stolen) } </style><script>top.hacked=1</script>"}}%%\n'
    "flowchart TD\n  A[\"<iframe srcdoc='<script>top.hacked=1</script>'></iframe>甲\"] --> B[乙]",
    "front matter": "---\nconfig:\n  securityLevel: loose\n  themeCSS: '@import url(/healthz?stolen);'\n---\n"
    "flowchart TD\n  A[<b onclick=top.hacked=1>甲</b>] --> B[乙]",
    "style of a node": "flowchart TD\n  A[甲] --> B[乙]\n  style A fill:url(/healthz?stolen),stroke:red;position:fixed\n"
    "  classDef x fill:#fff,background:url(/healthz?stolen)\n  class B x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_diagram_runs_nothing_and_asks_for_nothing(page, sign_in, cast, publish, text):
    article = publish("甲段落。\n\n" + fenced(text))
    sign_in(cast.zhou_yaning)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(article.get_absolute_url())

    page.locator(".diagram.is-drawn, .diagram-wrong").first.wait_for()
    page.locator(".diagram").first.click(position={"x": 60, "y": 40})
    assert page.evaluate("window.hacked") is None
    assert not [url for url in asked if "stolen" in url or url.endswith("/x")]
    kept = "".join(Diagram.objects.values_list("svg", flat=True)) + Rendering.objects.get(page=article.pk).html
    svg = kept[kept.find("<svg") :].split("<details")[0] if "<svg" in kept else ""
    assert not any(word in svg.lower() for word in ("<script", "onclick", "href", "url(", "style", "<image", "foreign"))


def test_the_frame_reaches_neither_the_page_nor_the_network(page, sign_in, cast, publish):
    article = publish(fenced("flowchart TD\n  A[甲] --> B["))
    sign_in(cast.zhou_yaning)
    page.goto(article.get_absolute_url())
    page.locator(".diagram-wrong").wait_for()
    frame = next(frame for frame in page.frames if frame.url.endswith("/diagrams/frame/"))

    assert frame.evaluate("window.origin") == "null"
    for reaching in ("parent.document.body", "document.cookie", "localStorage"):
        with pytest.raises(Exception, match="Error"):
            frame.evaluate(f"(() => {{ {reaching}; }})()")
    assert frame.evaluate("fetch('/healthz').then(() => 'reached', () => 'refused')") == "refused"
    answer = page.request.get("/diagrams/frame/")
    assert "sandbox allow-scripts" in answer.headers["content-security-policy"]


def test_the_preview_of_the_plain_editor_draws_too(page, sign_in, cast, publish):
    article = publish("正文。")
    sign_in(cast.zhou_yaning)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/wiki/{article.uid}/edit/")

    page.locator("textarea[name=body]").fill(fenced(FLOW))
    page.locator("[data-action*='preview#toggle']").first.click()

    page.locator("[data-preview-target=place] .diagram > img").wait_for()
    assert Diagram.objects.count() == 0
    assert page.violations == []
