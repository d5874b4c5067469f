"""The doors to the operational systems of each hospital; all addresses are invented."""

from access import audiences
from demo.hospitals import FULL, HOSPITALS, SMALL
from org.choices import PositionKind
from org.models import Unit
from portal.models import ModuleLink

DOCTORS, NURSES, TECHNICIANS = PositionKind.DOCTOR, PositionKind.NURSE, PositionKind.TECHNICIAN

# name, icon, colour, address, kinds of positions (nobody named: everybody)
GROUP = [
    ("公告", "megaphone", "notice", "https://oa.hongxin.example/notices", ()),
    ("审批", "stamp", "regulation", "https://oa.hongxin.example/approvals", ()),
    ("不良事件上报", "clipboard-pen", "ticket", "https://safety.hongxin.example/report", ()),
    ("OA", "layout-grid", "file", "https://oa.hongxin.example/", ()),
]
HOSPITAL = [
    ("危急值", "siren", "alert", "https://critical.{code}.example/", (DOCTORS, NURSES, TECHNICIANS)),
    ("我的排班", "calendar-days", "article", "https://paiban.{code}.example/", ()),
]
FULL_HOSPITAL = [
    ("检验手册", "test-tube", "case", "https://lis.{code}.example/handbook", (DOCTORS, NURSES, TECHNICIANS)),
    ("药品说明书", "pill", "channel", "https://yaoxue.{code}.example/", (DOCTORS, NURSES, PositionKind.PHARMACIST)),
    ("影像调阅", "monitor", "course", "https://pacs.{code}.example/", (DOCTORS, TECHNICIANS)),
    ("报修", "phone", "file", "https://baoxiu.{code}.example/", ()),
]


def load(units):
    if ModuleLink.objects.exists():
        return
    rows = [_link(units["HX"], place, each) for place, each in enumerate(GROUP)]
    for code, _name, _province, size in HOSPITALS:
        wanted = HOSPITAL + (FULL_HOSPITAL if size == FULL else []) if size != SMALL else HOSPITAL[1:]
        rows += [_link(units[code], place, each) for place, each in enumerate(wanted)]
    ModuleLink.objects.bulk_create(rows)


def _link(unit: Unit, place, row):
    name, icon, colour, address, kinds = row
    rows = [audiences.everyone_in(unit, position_kind=kind) for kind in kinds] or [audiences.everyone_in(unit)]
    return ModuleLink(
        unit=unit,
        name=name,
        icon=icon,
        colour=colour,
        address=address.format(code=unit.code.lower()),
        audience=audiences.intern(rows),
        order=10 * place + 10,
    )
