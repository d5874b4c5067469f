"""The units and positions of the demo group."""

from demo.hospitals import DEPARTMENTS, FULL, HOSPITALS, OFFICES, POSITIONS
from org.choices import UnitKind
from org.models import Position, Unit

GROUP = "宏信健康集团"
WARDS = ["一病区", "二病区", "三病区"]


def load() -> dict[str, Unit]:
    """All units by code; made in one go, in the order of the tree."""
    for code, name, kind, is_head, order in POSITIONS:
        Position.objects.get_or_create(
            code=code, defaults={"name": name, "kind": kind, "is_head": is_head, "order": order}
        )
    if not Unit.objects.exists():
        Unit.load_bulk([_group()])
    return {unit.code: unit for unit in Unit.objects.all()}


def _group():
    offices = [_unit(UnitKind.DEPARTMENT, f"HX-{code}", name) for code, name in OFFICES]
    return _unit(UnitKind.GROUP, "HX", GROUP, children=offices + [_hospital(*each) for each in HOSPITALS])


def _hospital(code, name, province, size):
    children = [_department(code, *each[:3]) for each in DEPARTMENTS if size in each[3]]
    if size == FULL:
        campus = _unit(UnitKind.CAMPUS, f"{code}-DY", f"{name}东院区", short="东院区")
        children.append(campus)
    return _unit(UnitKind.HOSPITAL, code, name, province=province, children=children)


def _department(hospital, code, name, wards):
    own = f"{hospital}-{code}"
    below = [
        _unit(UnitKind.WARD, f"{own}{place + 1}", name + WARDS[place], short=f"{_short(name)}{WARDS[place]}")
        for place in range(wards)
    ]
    return _unit(UnitKind.DEPARTMENT, own, name, children=below)


def _unit(kind, code, name, *, short="", province="", children=()):
    unit = {"data": {"kind": kind, "code": code, "name": name, "short_name": short, "province": province}}
    return {**unit, "children": list(children)} if children else unit


def _short(name):
    return {"心血管内科": "心内", "呼吸与危重症医学科": "呼吸", "肾脏内科": "肾内", "神经内科": "神内"}.get(name, name)
