"""What reading, the home page, saving and publishing cost: `python -m benchmarks reading [pages]`.

In process through Django's WSGI handler with every middleware, a signed-in person, a shuffled set of pages.
"""

import itertools
import os

from benchmarks import timing, world
from benchmarks.visitor import cookie_of, visitor


def main(var, pages):
    world.settle(var, pages)
    from content.actions import publishing, writing
    from content.actions.writing import Text
    from content.models import ContentPage, Space
    from org.models import User

    person = User.objects.get(number="QY10231")
    ask = visitor(cookie_of(person))
    articles = world.addresses()
    some = itertools.cycle(articles)
    status, _, body = ask(next(some))
    assert status.startswith("200"), status
    print(f"{pages} 页，一页 {len(body) / 1024:.0f} KB；毫秒 CPU：最小、中位")
    print(f"本机此刻：固定循环 {timing.machine():.2f} 毫秒，负载 {os.getloadavg()[0]:.1f}")
    timing.say("读一页", timing.cpu(lambda: ask(next(some))), "≤ 3 ms")
    one = articles[0]
    etag = ask(one)[1]["ETag"]
    timing.say("没有变化的一页（304）", timing.cpu(lambda: ask(one, HTTP_IF_NONE_MATCH=etag)), "≤ 0.6 ms")
    timing.say("工作台", timing.cpu(lambda: ask("/"), times=50), "≤ 6 ms")
    timing.say("知识库", timing.cpu(lambda: ask("/library/"), times=10, rounds=3))
    page = ContentPage.objects.get(uid=one.split("/")[2]).specific
    draft = Text(page.title, page.body)

    def keep():
        writing.keep_draft(by=person, page=page, base=page.latest_revision_id, text=draft)

    def publish():
        found = ContentPage.objects.get(pk=page.pk)
        writing.save(found, by=person, base=found.latest_revision_id, text=draft)
        publishing.publish(found, by=person)

    timing.say("保存草稿（5,000 字）", timing.cpu(keep, times=30, rounds=3), "≤ 15 ms")
    timing.say("保存并发布（5,000 字）", timing.cpu(publish, times=5, rounds=3), "≤ 60 ms")
    space = Space.objects.get(slug="group-clinical")
    if space.numchild < 500:
        from content.transfer.planting import Seed, plant
        from wiki.models import Article

        plant(space, [Seed(Article, f"同级页 {n}", "正文", person) for n in range(500)], by=person)
    branch = timing.cpu(lambda: ask(f"/wiki/{space.uid}/branch/"), times=20, rounds=3)
    timing.say("一级 500 个子页面的目录", branch, "≤ 50 ms")
