"""A 制度 of 青屿医院 in force, with everything a text can have, and a copy of it as each test asks."""

import os

import pytest

from access import audiences
from content.actions import publishing, readers, writing
from content.actions.writing import Text
from content.convert.out import copies, missing
from content.convert.out.sheet import Sheet, page_for
from files.actions import receive
from tests.cast import make_space
from tests.files.samples import picture, upload
from ui.days import today
from wiki.models import Regulation

NEEDS_PANGO = pytest.mark.skipif(not (missing.has_pango() or os.environ.get("CI")), reason="Pango is not installed")
BODY = """\
## 第一章　总则

第一条　血小板计数以 10^9^/L 计，含水写 H~2~O。[^一] 药名“𠮷㐂散”照写。

见[[交接班]]、[[不给看的]]，问[@周雅宁](mention:{person})。

### 依据

3. 甲
    1. 乙
4. 丙

1\\. 手写的编号

- [ ] 待做
- [x] 做完

> [!警告] 立即停药
> 再报告。

## 第二章　表

| 项目 | 值 |
|---|--:|
{rows}

<table markdown="1">
<tr markdown="1"><th colspan="2" markdown="span">合并的表头</th><th markdown="span">备注</th></tr>
<tr markdown="1"><td rowspan="2" markdown="span">**甲**[^二]</td>
<td markdown="span">乙</td><td markdown="span">子</td></tr>
<tr markdown="1"><td markdown="span">丙</td><td markdown="span">丑</td></tr>
</table>

## 第三章　图

![流程图](file:{picture} "图一　流程")

![别家的图](file:{hidden})

[附件一](file:{file})

```
x  = 1
y  = 2
```

名词
:   它的解释

[^一]: 注一的话。
[^二]: 注二的话。
"""
ROWS = "\n".join(f"| 第 {number} 项 | {number} |" for number in range(1, 71))


@pytest.fixture(autouse=True)
def _own_places(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.VAR = tmp_path
    monkeypatch.setitem(missing._seen, "pango", True)  # asked for also where it is not installed


@pytest.fixture
def space(cast):
    return make_space(cast.qingyu, slug="qingyu")


def live(parent, by, title, body="正文。\n", kind="article", **answers):
    values = {}
    if kind == "regulation":
        values = {"number": "QY-18", "regulation_class": "core", "issuing_unit": parent.unit_id}
    page = writing.create(parent, kind, by=by, text=Text(title, body, values=values))
    return publishing.publish(page, by=by, **({"answers": answers} if answers else {}))


@pytest.fixture
def files(cast, space):
    """The uids that the text names: one picture is another hospital's."""
    elsewhere = live(make_space(cast.yunling, slug="yunling"), cast.zhao_jingxing, "别处")
    shown = receive(upload("流程.png", picture((900, 300))), by=cast.zhou_yaning)
    hidden = receive(upload("别家.png", picture()), by=cast.zhao_jingxing, about=elsewhere)
    file = receive(upload("清单.txt", "一二三".encode()), by=cast.zhou_yaning)
    return {"picture": shown.uid, "hidden": hidden.uid, "file": file.uid}


@pytest.fixture
def page(cast, space, files):
    live(space, cast.zhou_yaning, "交接班")
    secret = live(space, cast.zhou_yaning, "不给看的")
    body = BODY.format(rows=ROWS, person=cast.zhou_yaning.uid, **files)
    made = live(space, cast.zhou_yaning, "抢救车管理制度", body, "regulation", issued_on=today(), effective_on=today())
    readers.narrow(secret, by=cast.zhou_yaning, rows=[audiences.person(cast.zhou_yaning)])
    return Regulation.objects.get(pk=made.pk)


@pytest.fixture
def sheet_for():
    def sheet_for(user, page):
        user.forget_access()
        return Sheet(*page_for(user, page.uid), user=user)

    return sheet_for


@pytest.fixture
def drawn(tmp_path, sheet_for):
    """The file of a copy: drawn(user, page, "pdf")."""

    def drawn(user, page, form):
        to = tmp_path / "copies" / f"copy.{form}"
        copies.draw(sheet_for(user, page), form, to)
        return to

    return drawn
