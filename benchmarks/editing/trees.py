"""Markdown to the editor's tree and back: how long it takes, and 10,000 generated texts and trees.

.venv/bin/python -m benchmarks.editing.trees [how many]     0: the times alone
"""

import os
import subprocess
import sys
import tempfile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("HZH_VAR", tempfile.mkdtemp(prefix="hzh-trees-"))

PROSE = (
    "核对近 72 小时医嘱，重点看**保钾利尿剂**与含钾补液；需要停药或换药时，请[临床药师](page:a2b3c4d5e6f7)协助评估。"
    * 3
)
PART = f"""## 第{{0}}步　稳定心肌

{PROSE}

> [!注意] 用洋地黄的患者
> 推注时间延长到 20–30 分钟，全程**心电监护**。

- 有尿者：呋塞米 40 mg 静脉推注，注意容量。
    - 记录尿量
- [ ] 无尿、药物无效：请肾脏内科急会诊。

| 药物 | 用法 | 起效 |
|---|---|---|
| 普通胰岛素 | 10 U 加 50% 葡萄糖 50 mL | 15–30 分钟 |
| 沙丁胺醇 | 10–20 mg 雾化 | 30 分钟 |

{PROSE}
"""


def page_of(kibibytes):
    parts, size = [], 0
    while size < kibibytes * 1024:
        parts.append(PART.format(len(parts) + 1))
        size += len(parts[-1].encode())
    return "\n".join(parts)


def main(place=None, number=10_000):
    import django

    django.setup()
    from benchmarks.timing import best
    from content.text.tree import markdown_of, tree_of

    for kibibytes, promised in ((18, 20), (105, 200)):
        source = page_of(kibibytes)
        tree = tree_of(source)
        print(f"{kibibytes:4} KiB opened", best(lambda s=source: tree_of(s), 7), f"  (promised {promised})")
        print("         saved ", best(lambda t=tree: markdown_of(t), 7))
    if number:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/content/text/tree"]
        raise SystemExit(subprocess.call(command, env={**os.environ, "HZH_EXAMPLES": str(number)}))


if __name__ == "__main__":
    main(number=int(sys.argv[1]) if sys.argv[1:] else 10_000)
