"""Staff lists for tests, as offices write them."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from jobs.testing import run_due
from people.actions import imports

HEADER = ["工号", "姓名", "单位代码", "岗位", "主岗", "开始日期", "结束日期", "手机", "邮箱"]
QINGYU = [
    ["QY10874", "林小满", "QY-XN1", "护士"],
    ["QY10231", "周雅宁", "QY-XN1", "主治医师"],
    ["QY10112", "沈知夏", "QY-JZ", "护士长"],
    ["QY20045", "韩予安", "QY-XX", "信息工程师"],
]


def workbook(*rows, header=HEADER):
    book = Workbook()
    for row in [header, *rows]:
        book.active.append(row)
    return packed(book)


def packed(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def comma_separated(*rows, encoding="utf-8", header=HEADER):
    file = io.StringIO()
    csv.writer(file).writerows([header, *rows])
    return file.getvalue().encode(encoding)


def bring(content, unit, by, *, is_complete=True, name="在岗名单.xlsx"):
    """Bring the list and have it read."""
    upload = SimpleUploadedFile(name, content)
    staff_import = imports.bring(upload, unit=unit, is_complete=is_complete, by=by)
    run_due(name=imports.READ)
    staff_import.refresh_from_db()
    return staff_import


def apply(staff_import, by, leavers=None):
    imports.confirm(staff_import, by=by, leavers=leavers)
    run_due(name=imports.APPLY)
    staff_import.refresh_from_db()
    return staff_import


def seen(staff_import, kind):
    """The numbers of the preview's rows of one kind."""
    return list(staff_import.rows.filter(kind=kind).values_list("number", flat=True))


def faults(staff_import):
    rows = staff_import.rows.filter(kind="faulty")
    return [(fault["cell"], fault["words"]) for row in rows for fault in row.shown["faults"]]
