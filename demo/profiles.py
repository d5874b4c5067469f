"""What the demo's people tell about themselves: extensions for all, a little more for those everybody meets."""

from org.models import User
from people.choices import SeenBy
from people.models import Profile

FIRST_EXTENSION = 2_000
TOLD = {
    "QY10874": {"short_phone": "8230", "room": "1 号楼 9 层 护士站", "skills": ["静脉通路", "新护士带教"]},
    "QY10231": {
        "short_phone": "8215",
        "called": "周医生",
        "room": "1 号楼 9 层 医师办公室",
        "skills": ["高钾血症", "心电图", "胸痛中心"],
        "about": "心血管内科一病区主治医师，兼胸痛中心秘书。维护胸痛、房颤抗凝和心电图判读的页面，欢迎指正。",
    },
    "QY10112": {
        "short_phone": "8110",
        "room": "2 号楼 1 层 护士站",
        "skills": ["急诊分诊", "夜班管理", "静脉通路", "新护士带教"],
        "about": "急诊科护士长。分诊台 24 小时有人，找不到我就打 8120。",
    },
    "QY20045": {"short_phone": "8800", "room": "3 号楼 2 层 信息中心", "skills": ["打印机", "账号", "移动护理"]},
    "HX00036": {"short_phone": "6012", "room": "集团总部 5 层", "skills": ["制度编写", "核心制度"]},
    "HX00001": {"short_phone": "6001", "room": "集团总部 4 层", "skills": ["账号和角色", "业务入口"]},
    "YL10406": {"short_phone": "5233", "room": "住院楼 6 层 护士站", "phone_seen_by": SeenBy.NOBODY},
}


def load():
    """One profile for everybody who has none yet."""
    people = User.objects.filter(profile=None).order_by("number").values_list("pk", "number")
    Profile.objects.bulk_create(
        [
            Profile(person_id=pk, **{"short_phone": f"{FIRST_EXTENSION + pk % 6_000}", **TOLD.get(number, {})})
            for pk, number in people
        ],
        batch_size=500,
    )
