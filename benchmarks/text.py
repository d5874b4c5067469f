"""CPU time of texts: rendered, filled for a reader, merged, compared.

    .venv/bin/python benchmarks/text.py

Needs no database but a scratch one for settings; best of several runs.
"""

import os
import sys
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["HZH_VAR"] = tempfile.mkdtemp(prefix="hzh-text-")
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import django

django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.core.management import call_command  # noqa: E402

from benchmarks.timing import best  # noqa: E402
from content.text import fill, render  # noqa: E402
from content.text.differences import compare  # noqa: E402
from content.text.merging import merge  # noqa: E402

PARAGRAPH = (
    "核对近 72 小时医嘱，重点看保钾利尿剂与含钾补液；需要停药或换药时，请临床药师协助评估，并在交接单上写明时间。" * 3
)
PART = f"""## 第{{0}}步　稳定心肌

{PARAGRAPH}

> [!注意] 用洋地黄的患者
> 推注时间延长到 20–30 分钟，全程**心电监护**。

- 有尿者：呋塞米 40 mg 静脉推注，注意容量。
- 无尿、药物无效：请肾脏内科急会诊，评估血液透析。

{PARAGRAPH}

| 药物 | 用法 | 起效 |
|---|---|---|
| 普通胰岛素 | 10 U 加 50% 葡萄糖 50 mL | 15–30 分钟 |
| 沙丁胺醇 | 10–20 mg 雾化 | 30 分钟 |

{PARAGRAPH}{PARAGRAPH}

{PARAGRAPH}
"""
ARTICLE = "".join(PART.format(number) for number in range(1, 6))[:5_000]
LAW = "".join(
    f"第{number}条 医师应当坚持人民至上、生命至上，发扬人道主义精神，恪守职业道德，遵守执业规范。{number}\n\n"
    for number in range(2_400)
)[:110_000]


def main():
    call_command("collectstatic", verbosity=0, interactive=False)  # icons are named by their hash
    html = render(ARTICLE).html
    print("article of 5,000 characters rendered ", best(lambda: render(ARTICLE), 30), "  (promised 15)")
    print("  … filled for a reader              ", best(lambda: fill(html, AnonymousUser()), 100))
    print("law of 110,000 characters rendered   ", best(lambda: render(LAW), 5), "  (promised 400)")
    mine, theirs = LAW.replace("第7", "第七"), LAW.replace("999", "九九九")
    print("  … two versions of it merged        ", best(lambda: merge(LAW, mine, theirs), 3))
    print("  … compared, every tenth article new", best(lambda: compare(LAW, LAW.replace("7条", "七条")), 3))
    print("a million characters rendered        ", best(lambda: render((LAW * 10)[:1_000_000]), 1))


if __name__ == "__main__":
    main()
