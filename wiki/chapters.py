"""ICD-10: the form of a code, and the chapters by first letter (World Health Organization, table of chapters)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ICD10_CHAPTERS = {
    "A": _("A　传染病与寄生虫病"),
    "B": _("B　传染病与寄生虫病"),
    "C": _("C　肿瘤"),
    "D": _("D　肿瘤与血液、免疫疾病"),
    "E": _("E　内分泌、营养、代谢"),
    "F": _("F　精神与行为障碍"),
    "G": _("G　神经系统"),
    "H": _("H　眼、耳"),
    "I": _("I　循环系统"),
    "J": _("J　呼吸系统"),
    "K": _("K　消化系统"),
    "L": _("L　皮肤与皮下组织"),
    "M": _("M　肌肉骨骼"),
    "N": _("N　泌尿生殖系统"),
    "O": _("O　妊娠、分娩与产褥期"),
    "P": _("P　围生期"),
    "Q": _("Q　先天畸形"),
    "R": _("R　症状与体征"),
    "S": _("S　损伤"),
    "T": _("T　中毒与外因后果"),
    "V": _("V　外因"),
    "W": _("W　外因"),
    "X": _("X　外因"),
    "Y": _("Y　外因"),
    "Z": _("Z　影响健康的因素"),
}
CODE = re.compile(r"[A-TV-Z]\d{2}(\.[0-9A-Zx]{1,4})?")  # chapter letter, two digits, up to four after the point


def check_icd10(code):
    """Raises ValidationError unless it has the form of an ICD-10 code, such as E87.5 or I21.0."""
    if not CODE.fullmatch(code):
        raise ValidationError(check_icd10.words)


check_icd10.pattern, check_icd10.words = CODE.pattern, _("编码的样子是一个字母、两位数字，如 E87.5。")
