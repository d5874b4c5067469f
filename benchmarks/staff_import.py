"""How long a staff list of 10,000 takes: read and compared, applied, and read again without a change.

    .venv/bin/python benchmarks/staff_import.py [people]

Works in a database of its own below a temporary directory. The promise is 60 s for everything (P13).
"""

import io
import os
import sys
import tempfile
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["HZH_VAR"] = tempfile.mkdtemp(prefix="hzh-staff-")
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from openpyxl import Workbook  # noqa: E402

from jobs.testing import run_due  # noqa: E402
from org.choices import PositionKind, RoleKind, UnitKind  # noqa: E402
from org.models import Position, Role, Unit, User  # noqa: E402
from people.actions import imports  # noqa: E402

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
WARDS = 300
SURNAMES, GIVEN = "林周沈韩许陆赵江温程苏宋白陶韦唐闻石", "亦舟念初星野思齐予墨晚一见微知夏雅宁小满安然"


def organisation():
    group = Unit.add_root(kind=UnitKind.GROUP, name="宏智医疗集团", code="HX")
    for hospital in range(30):
        node = group.add_child(kind=UnitKind.HOSPITAL, name=f"第{hospital}医院", code=f"H{hospital:02}")
        for ward in range(WARDS // 30):
            node.add_child(kind=UnitKind.DEPARTMENT, name=f"第{hospital}医院{ward}科", code=f"H{hospital:02}-{ward}")
        group.refresh_from_db()
    Position.objects.create(code="nurse", name="护士", kind=PositionKind.NURSE)
    Position.objects.create(code="doctor", name="医师", kind=PositionKind.DOCTOR)
    administrator = User.objects.create_user("HX00001", "管理员")
    Role.objects.create(person=administrator, kind=RoleKind.ADMINISTRATOR, unit=group)
    return group, administrator


def workbook(moved=0):
    book = Workbook(write_only=True)
    sheet = book.create_sheet("在岗名单")
    sheet.append(["工号", "姓名", "单位代码", "岗位", "开始日期", "手机", "邮箱"])
    for n in range(PEOPLE):
        name = SURNAMES[n % len(SURNAMES)] + GIVEN[n % len(GIVEN)] + GIVEN[n * 7 % len(GIVEN)]
        ward = (n + (n < moved)) % WARDS
        unit, position = f"H{ward % 30:02}-{ward // 30}", ("护士", "医师")[n % 2]
        sheet.append([f"QY{n:06}", name, unit, position, "2024-01-01", f"138{n:08}", f"p{n}@example.invalid"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def timed(words, work):
    began, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(f"{words}: {time.perf_counter() - began:.1f} s ({time.process_time() - cpu:.1f} s CPU)")
    return result


def bring(content, unit, by):
    staff_import = imports.bring(SimpleUploadedFile("名单.xlsx", content), unit=unit, is_complete=False, by=by)
    run_due(name=imports.READ)
    staff_import.refresh_from_db()
    print("  ", staff_import.refusal or staff_import.counts)
    return staff_import


def apply(staff_import, by):
    imports.confirm(staff_import, by=by, leavers=staff_import.leavers)
    run_due(name=imports.APPLY)


call_command("migrate", verbosity=0)
group, administrator = organisation()
first = timed(f"read and compare {PEOPLE:,} new people", lambda: bring(workbook(), group, administrator))
timed("apply them", lambda: apply(first, administrator))
timed("read the same list again", lambda: bring(workbook(), group, administrator))
second = timed("read it with 1,000 moved", lambda: bring(workbook(1_000), group, administrator))
timed("apply the moves", lambda: apply(second, administrator))
print(f"{User.objects.count():,} people")
