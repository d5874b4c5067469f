"""What may not stand in a field of a page neither becomes its text nor goes to readers, and is named."""

import pytest

from content.actions import publishing
from content.errors import BadValue
from content.taking import take
from tests.content.pages import FIRST, fresh
from tests.content.together.writers import latest, write

pytestmark = pytest.mark.django_db
SECOND = FIRST.replace("第二段。", "第二段，血钾 6.5。")


@pytest.mark.promise("E21")
def test_an_empty_title_is_refused_by_name_whichever_way_it_is_published(cast, page):
    write(page, cast.zhou_yaning, SECOND, title=" ")
    take(page)

    for seen in (None, page.latest_revision_id):
        with pytest.raises(BadValue, match="“标题”现在不能发布"):
            publishing.publish(page, by=cast.zhou_yaning, seen=seen)
    assert fresh(page).title == latest(page).title == "交接班"
    assert fresh(page).body == FIRST

    write(page, cast.zhou_yaning, title="交接班制度")
    publishing.publish(page, by=cast.zhou_yaning)
    assert (fresh(page).title, fresh(page).body) == ("交接班制度", SECOND)


@pytest.mark.promise("E18")
def test_an_empty_title_is_not_submitted(cast, page, approval):
    write(page, cast.zhou_yaning, SECOND, title="")

    with pytest.raises(BadValue, match="“标题”"):
        publishing.submit(page, by=cast.zhou_yaning)
    assert fresh(page).current_workflow_state is None
