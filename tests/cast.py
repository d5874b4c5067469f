"""The people every test knows: the demo's seven and their units (docs/architecture.md, “The cast”)."""

import datetime
from types import SimpleNamespace

from access import audiences
from content.models import Space
from content.roots import library
from org.choices import PositionKind, RoleKind, UnitKind
from org.models import Membership, Position, Role, Unit, User

LONG_AGO = datetime.date(2020, 1, 1)
POSITIONS = {
    "nurse": ("护士", PositionKind.NURSE, False),
    "physician": ("主治医师", PositionKind.DOCTOR, False),
    "head_nurse": ("护士长", PositionKind.NURSE, True),
    "director": ("科主任", PositionKind.DOCTOR, True),
    "engineer": ("信息工程师", PositionKind.TECHNICIAN, False),
    "officer": ("医务专员", PositionKind.ADMINISTRATION, False),
}


def make_cast() -> SimpleNamespace:
    """Two hospitals, their wards, and who works there. A dozen rows and no page."""
    group = Unit.add_root(kind=UnitKind.GROUP, name="宏智医疗集团", code="HX")
    office = group.add_child(kind=UnitKind.DEPARTMENT, name="集团医务部", code="HX-YWB")
    qingyu = group.add_child(kind=UnitKind.HOSPITAL, name="青屿医院", code="QY", province="浙江")
    cardiology = qingyu.add_child(kind=UnitKind.DEPARTMENT, name="心血管内科", code="QY-XN")
    ward = cardiology.add_child(kind=UnitKind.WARD, name="心血管内科一病区", short_name="心内一病区", code="QY-XN1")
    emergency = qingyu.add_child(kind=UnitKind.DEPARTMENT, name="急诊科", code="QY-JZ")
    it = qingyu.add_child(kind=UnitKind.DEPARTMENT, name="信息中心", code="QY-XX")
    group.refresh_from_db()
    yunling = group.add_child(kind=UnitKind.HOSPITAL, name="云岭医院", code="YL", province="云南")
    yunling_ward = yunling.add_child(kind=UnitKind.WARD, name="内科病区", code="YL-NK")
    positions = SimpleNamespace(
        **{
            code: Position.objects.create(code=code, name=name, kind=kind, is_head=head)
            for code, (name, kind, head) in POSITIONS.items()
        }
    )

    def hire(number, name, unit, position):
        user = User.objects.create_user(number, name, "demo-pass-1", email=f"{number.lower()}@example.invalid")
        Membership.objects.create(person=user, unit=unit, position=position, starts_on=LONG_AGO)
        return user

    cast = SimpleNamespace(
        group=group, office=office, qingyu=qingyu, cardiology=cardiology, ward=ward, emergency=emergency, it=it,
        yunling=yunling, yunling_ward=yunling_ward, positions=positions,
        lin_xiaoman=hire("QY10874", "林小满", ward, positions.nurse),
        zhou_yaning=hire("QY10231", "周雅宁", ward, positions.physician),
        shen_zhixia=hire("QY10112", "沈知夏", emergency, positions.head_nurse),
        han_yuan=hire("QY20045", "韩予安", it, positions.engineer),
        xu_wenbo=hire("HX00036", "许文博", office, positions.officer),
        lu_zhixing=hire("HX00001", "陆知行", office, positions.officer),
        zhao_jingxing=hire("YL10406", "赵景行", yunling_ward, positions.nurse),
    )  # fmt: skip
    Role.objects.create(person=cast.lu_zhixing, kind=RoleKind.ADMINISTRATOR, unit=group, starts_on=LONG_AGO)
    Role.objects.create(person=cast.xu_wenbo, kind=RoleKind.LIBRARIAN, unit=group, starts_on=LONG_AGO)
    return cast


def make_space(unit, *, slug, title=None, readers=None, editors=None, stewards=None, **fields) -> Space:
    """A space of a unit: read and edited by everybody in it, kept by its heads, unless said otherwise."""
    space = Space(
        title=title or f"{unit}空间",
        slug=slug,
        unit=unit,
        readers=audiences.intern(readers or [audiences.everyone_in(unit)]),
        editors=audiences.intern(editors or [audiences.everyone_in(unit)]),
        stewards=audiences.intern(stewards or [audiences.heads_of(unit)]),
        **fields,
    )
    return library().add_child(instance=space)
