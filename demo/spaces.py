"""The spaces of the demo group, and who reads and writes in them."""

from access import audiences
from content.choices import SpaceKind
from content.models import Space
from content.roots import library
from org.choices import PositionKind, RoleKind

# slug, title, unit, icon, readers (unit code, kind of position), summary, listed
SPACES = [
    ("group-regulations", "集团制度库", "HX", "scroll-text", ("HX", ""), "集团与各院正在执行的制度，编号、版次、施行日期一目了然。", False),
    ("group-clinical", "集团通用知识库", "HX", "book-open", ("HX", ""), "集团统一的诊疗路径、护理操作与沟通要点。", False),
    ("group-cases", "集团病例库", "HX", "stethoscope", ("HX", ""), "隐去身份的教学病例，按诊断、科室、难度查找。", False),
    ("group-nursing", "集团护理知识库", "HX-HLB", "heart-pulse", ("HX", PositionKind.NURSE), "护理常规、操作流程与宣教单。", True),
    ("group-infection", "院感防控", "HX-YGB", "shield-check", ("HX", ""), "手卫生、隔离、职业暴露与医疗废物。", False),
    ("group-pharmacy", "药学部用药手册", "HX-YXB", "pill", ("HX", ""), "用法、配伍、剂量换算，药师每周校对。", False),
    ("group-medical-office", "集团医务部", "HX-YWB", "briefcase", ("HX-YWB", ""), "医务部内部的会议纪要与工作安排。", False),
    ("qingyu", "青屿医院知识库", "QY", "hospital", ("QY", ""), "转运、会诊、院感与后勤，全院通用的做法。", True),
    ("qingyu-cardiology", "心血管内科知识库", "QY-XN", "heart-pulse", ("QY", ""), "胸痛、心衰、介入与用药的本科做法。夜班遇急，先看“急危重症”。", False),
    ("qingyu-ward-1", "心内一病区", "QY-XN1", "notebook-pen", ("QY-XN1", ""), "一病区的排班约定、交接清单与常用电话。", False),
    ("qingyu-emergency", "急诊医学知识库", "QY-JZ", "siren", ("QY", ""), "分诊、抢救与绿色通道。", False),
    ("qingyu-nephrology", "肾脏内科知识库", "QY-SN", "activity", ("QY", ""), "电解质、透析与肾病管理。", False),
    ("qingyu-it", "信息中心", "QY-XX", "server", ("QY-XX", ""), "系统台账、应急预案与值班手册。", True),
    ("yunling", "云岭医院知识库", "YL", "hospital", ("YL", ""), "云岭医院全院通用的做法。", True),
    ("yunling-cardiology", "云岭心血管内科", "YL-XN", "heart-pulse", ("YL-XN", ""), "云岭心内的常规与交接。", False),
    ("lanjiang", "澜江医院知识库", "LJ", "hospital", ("LJ", ""), "澜江医院全院通用的做法。", False),
    ("luwan", "鹭湾医院知识库", "LW", "hospital", ("LW", ""), "鹭湾医院全院通用的做法。", False),
    ("tingzhou", "汀州医院知识库", "TZ", "hospital", ("TZ", ""), "汀州医院全院通用的做法。", False),
]  # fmt: skip


def load(units) -> dict[str, Space]:
    """All spaces by slug; those that exist stay as they are."""
    parent = library()
    found = {space.slug: space for space in Space.objects.filter(slug__in=[row[0] for row in SPACES])}
    for slug, title, unit_code, icon, (readers, kind), summary, is_listed in SPACES:
        if slug in found:
            continue
        unit = units[unit_code]
        space = Space(
            slug=slug,
            title=title,
            unit=unit,
            icon=icon,
            summary=summary,
            is_listed=is_listed,
            kind=SpaceKind.TOPIC if slug in ("group-cases", "group-infection") else SpaceKind.UNIT,
            readers=audiences.intern([audiences.everyone_in(units[readers], position_kind=kind)]),
            editors=audiences.intern(_editors(slug, unit)),
            stewards=audiences.intern([audiences.heads_of(unit), audiences.bearers_of(RoleKind.LIBRARIAN, unit)]),
        )
        found[slug] = parent.add_child(instance=space)
    return found


def _editors(slug, unit):
    """Group shelves are written by their office and by doctors; a unit's own by everybody in it."""
    if slug == "group-cases":
        return [audiences.everyone_in(unit, position_kind=PositionKind.DOCTOR)]
    if unit.code == "HX":
        return [audiences.bearers_of(RoleKind.LIBRARIAN, unit), audiences.bearers_of(RoleKind.APPROVER, unit)]
    return [audiences.everyone_in(unit)]
