"""A group with many pages for measurements: six levels deep, texts of about 5,000 characters, in a VAR of its own."""

import os
import random
import sys
from pathlib import Path

WORDS = (
    "患者入院后应当立即评估生命体征并记录护理人员按照医嘱执行给药核对双人签名异常情况及时报告值班医师"
    "监测血压脉搏呼吸体温意识尿量皮肤管路疼痛跌倒压疮风险交接班内容完整准确"
)


def text(seed, characters=5_000):
    """Chinese paragraphs under headings with a table; another text for each seed."""
    chance = random.Random(seed)
    parts, length = [], 0
    while length < characters:
        sentence = "".join(chance.choice(WORDS) for _ in range(chance.randint(40, 120))) + "。"
        parts.append(f"## 第{len(parts) // 6 + 1}节 {sentence[:8]}\n" if len(parts) % 6 == 0 else f"{sentence}\n")
        length += len(sentence)
    parts.insert(3, "| 项目 | 标准 |\n| --- | --- |\n| 血压 | 每 4 小时 |\n| 体温 | 每日两次 |\n")
    return "\n".join(parts)


def settle(var, pages):
    """Make the database for so many pages once; later runs find it there."""
    var = Path(var) / str(pages)
    os.environ |= {"HZH_VAR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings"}
    is_new = not (var / "db.sqlite3").exists()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if is_new:
        print(f"· {pages} 页的数据库，只做一次", file=sys.stderr)
        _people()
        _grow(pages)
    return var


def addresses():
    """Of pages that stand alike whatever the number of pages: leaves, four levels below their space, shuffled."""
    from content.models import ContentPage

    leaves = ContentPage.objects.filter(title__startswith="测量页", live=True, numchild=0, depth=7)
    found = [f"/wiki/{uid}/-" for uid in leaves.order_by("pk").values_list("uid", flat=True)]
    random.Random(1).shuffle(found)
    return found


def _people():
    from demo import organisation, people, spaces

    units = organisation.load()
    people.load(units)
    spaces.load(units)


def _grow(pages):
    from content.models import Space
    from content.transfer.planting import Seed, plant
    from jobs.models import Due
    from org.models import User
    from wiki.models import Article

    writer = User.objects.get(number="QY10231")
    space = Space.objects.get(slug="qingyu-cardiology")
    level, made = [space], 0
    for width in (20, 10, 6, 5, 4):
        following = []
        for parent in level:
            if made >= pages:
                break
            seeds = [Seed(Article, f"测量页 {made + each}", text(made + each), writer) for each in range(width)]
            following += plant(parent, seeds[: pages - made], by=writer)
            made += len(seeds[: pages - made])
        level = following
    while made < pages:
        many = min(100, pages - made)
        seeds = [Seed(Article, f"测量页 {made + each}", text(made + each), writer) for each in range(many)]
        plant(level[made % len(level)], seeds, by=writer)
        made += many
    Due.objects.filter(name="content.index").delete()
