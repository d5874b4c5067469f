"""The chapters of ICD-10 by first letter (World Health Organization, ICD-10, table of chapters)."""

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
