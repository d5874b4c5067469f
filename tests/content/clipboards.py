"""What WPS and Excel put into the clipboard, written by hand after files of theirs."""

_SPACED = """<span style="mso-spacerun:'yes';font-family:宋体">"""  # on every run of WPS
_ITEM = '<p class=MsoNormal style="mso-list:l{0} level1 lfo1"><!--[if !supportLists]-->'
_MARK = '<span style="mso-list:Ignore">{0}</span><!--[endif]-->'


def _item(number, mark, words):
    return f"{_ITEM.format(number)}{_MARK.format(mark)}{_SPACED}{words}</span></p>\n"


WPS = (
    '<html xmlns:v="urn:x"><head><meta name=Generator content="Kingsoft"></head><body>\n<!--StartFragment-->\n'
    f'<p class=MsoNormal><b style="mso-bidi-font-weight:normal">{_SPACED}一、目的</span></b></p>\n'
    f'<p class=MsoNormal style="text-indent:24pt">{_SPACED}血钾 3.5</span>{_SPACED}～5.5 mmol/L，10</span>'
    f"<sup>{_SPACED}9</span></sup><span>/L</span></p>\n"
    + _item(0, "（一）", "科主任负责")
    + "<p class=MsoNormal><span style='font-family:Wingdings'></span><span>1.&nbsp;</span>"
    + f"{_SPACED}无样式的编号</span></p>\n"
    + "".join(_item(1, f"{number}.", words) for number, words in ((1, "甲"), (2, "乙"), (5, "丙"), (6, "丁")))
    + "<o:p></o:p><!--EndFragment--></body></html>"
)
SHEET = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><style>.xl65{mso-number-format:"0\\.00";}</style></head>
<body><table border=0 cellpadding=0><!--StartFragment--><col width=72><tr height=19><td rowspan=2 class=xl65>药品</td>
<td colspan=2>规格</td><td style="display:none">藏</td></tr>
<tr><td x:num="0.5">0.50 g</td><td align=right x:num>100</td></tr>
<tr style="mso-height-source:userset"><td>10<font class="font7"><sup>9</sup></font>/L</td>
<td>2026/1/5</td><td>007</td></tr>
<!--EndFragment--></table></body></html>"""
