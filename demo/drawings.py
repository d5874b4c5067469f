"""Pictures and documents of the demo, drawn by code."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image, ImageDraw, ImageFont

from demo import documents
from files.actions import receive
from files.models import Attachment, Picture

INK, PAPER, GRID, BOLD_GRID = "#1d2733", "#fffaf5", "#f6dcd3", "#ecbfb0"
WIDE, HIGH = 1200, 300

# where a beat goes, as (share of its width, millivolts); the wave of each stage
NORMAL = [(0, 0), (0.15, 0.15), (0.22, 0), (0.34, 0), (0.37, -0.15), (0.41, 1.2), (0.45, -0.3), (0.49, 0), (0.68, 0.3), (0.8, 0), (1, 0)]  # fmt: skip
PEAKED = [(0, 0), (0.15, 0.12), (0.22, 0), (0.34, 0), (0.37, -0.15), (0.41, 1.1), (0.46, -0.3), (0.52, 0), (0.64, 1.0), (0.74, 0), (1, 0)]  # fmt: skip
WIDE_QRS = [(0, 0), (0.2, -0.1), (0.32, 1.0), (0.46, -0.7), (0.6, 0.1), (0.74, 0.9), (0.9, -0.1), (1, 0)]
ELEVATED = [(0, 0), (0.15, 0.12), (0.22, 0), (0.34, 0), (0.37, -0.3), (0.41, 0.8), (0.45, 0.45), (0.6, 0.75), (0.74, 0.2), (0.85, 0), (1, 0)]  # fmt: skip


def load(people):
    """Each once, by its uid; the page whose text names a file takes it in when it is planted."""
    known = set(Picture.objects.values_list("uid", flat=True)) | set(Attachment.objects.values_list("uid", flat=True))
    for uid, name, by, make in FILES:
        if uid not in known:
            receive(SimpleUploadedFile(name, make()), by=people[by], uid=uid)


def potassium_strips():
    return _png(_strips([("K 4.2", NORMAL, 4), ("K 6.1", PEAKED, 4), ("K 8.1", WIDE_QRS, 4)]))


def inferior_strips():
    return _png(_strips([("II", ELEVATED, 5), ("III", ELEVATED, 5), ("V4R", ELEVATED, 5)]))


def door_to_wire():
    """Minutes from the first contact to the wire, month after month, against the goal of ninety."""
    return _png(_bars([104, 98, 101, 92, 88, 90, 84, 81, 83, 79, 76, 74], goal=90, scale=3))


def falls_by_hour():
    """When people fell within a year: the night and the hour of handover stand out."""
    hours = [f"{hour:02}-{hour + 2:02}" for hour in range(0, 24, 2)]
    return _png(_bars([6, 9, 14, 10, 5, 4, 5, 4, 7, 5, 8, 12], goal=8, scale=22, under=hours))


def extubations():
    return _png(_bars([6, 5, 6, 4, 4, 3, 4, 3, 2, 2, 1, 1], goal=3, scale=50))


def check_card():
    """A page to print: five boxes to tick beside a strip of paper to write the times on."""
    image = Image.new("RGB", (1240, 1754), "white")
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(54)
    draw.text((120, 110), "ECG  10 min", INK, ImageFont.load_default(90))
    for place, words in enumerate(["Arrival", "12 / 18 leads", "Read by", "Compared", "Next ECG"]):
        top = 340 + place * 250
        draw.rectangle([120, top, 200, top + 80], outline=INK, width=5)
        draw.text((250, top + 10), words, INK, font)
        draw.line([720, top + 80, 1120, top + 80], INK, 3)
    made = BytesIO()
    image.save(made, "PDF", resolution=150)
    return made.getvalue()


def handover_sheet():
    book = Workbook()
    sheet = book.active
    sheet.title = "交接"
    sheet.append(["床号", "背景", "现况", "评估", "建议", "交班", "接班"])
    for bed in range(1, 25):
        sheet.append([bed])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


FILES = [
    ("demfecgkkk22", "血钾升高时的心电图演变.png", "QY10231", potassium_strips),
    ("demfecgmmm22", "下壁与右胸导联.png", "QY10231", inferior_strips),
    ("demfwrre2222", "近十二个月导丝通过时间.png", "QY10007", door_to_wire),
    ("demffaww2222", "近一年各时段跌倒例数.png", "HX00012", falls_by_hour),
    ("demftube2222", "近十二个月非计划拔管例数.png", "HX00012", extubations),
    ("demfcard2222", "首份心电图核对卡.pdf", "QY10112", check_card),
    ("demfsheet222", "夜班交接表.xlsx", "QY10061", handover_sheet),
    ("demfmanua222", "静脉用高警示药品配制手册.pdf", "HX00018", documents.dilution_manual),
    ("demffaktrn22", "跌倒防范培训讲义.docx", "HX00012", documents.fall_lesson),
    ("demfcart2222", "抢救车药品与器材清单.xlsx", "QY10533", documents.resuscitation_cart),
    ("demfweekpp22", "新入科医师岗前培训.pptx", "QY10231", documents.first_week),
]


def _bars(numbers, *, goal, scale, under=()):
    """Twelve bars against a goal: blue within it, orange beyond."""
    image = Image.new("RGB", (WIDE, 480), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(22)
    for place, number in enumerate(numbers):
        left, top = 90 + place * 88, 420 - number * scale
        draw.rectangle([left, top, left + 52, 420], fill="#2f6fb0" if number <= goal else "#c46a3d")
        draw.text((left + 8, top - 28), str(number), INK, font)
        draw.text((left if under else left + 14, 430), under[place] if under else f"{place + 1:02}", INK, font)
    line = 420 - goal * scale
    draw.line([70, line, WIDE - 40, line], "#9b2c2c", 2)
    draw.text((24, line - 12), str(goal), "#9b2c2c", font)
    return image


def _strips(rows):
    image = Image.new("RGB", (WIDE, HIGH * len(rows)), PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(30)
    for step in range(0, max(image.size), 12):
        colour = BOLD_GRID if step % 60 == 0 else GRID
        draw.line([step, 0, step, image.height], colour)
        draw.line([0, step, WIDE, step], colour)
    for row, (words, wave, beats) in enumerate(rows):
        base, wide = HIGH * row + 200, (WIDE - 140) / beats
        line = [(110 + (beat + x) * wide, base - y * 120) for beat in range(beats) for x, y in wave]
        draw.line(line, INK, 4, joint="curve")
        draw.text((14, base - 18), words, INK, font)
    return image


def _png(image):
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
