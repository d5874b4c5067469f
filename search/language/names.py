"""What stands before the colon of a filter, in Chinese (also traditional) and English."""

WRITTEN = {  # the first word is the one we write ourselves
    "title": "标题 標題 题名 題名 title",
    "space": "空间 空間 知识库 space",
    "author": "作者 维护人 維護人 author maintainer by",
    "tag": "标签 標籤 tag",
    "kind": "类型 類型 种类 type kind",
    "hospital": "医院 醫院 院区 hospital",
    "department": "科室 部门 department dept",
    "state": "状态 狀態 state status",
    "file": "附件 file attachment",
    "date": "更新 时间 時間 日期 date updated",
}
NAMES = {word: name for name, words in WRITTEN.items() for word in words.split()}
WORDS = {name: words.split()[0] for name, words in WRITTEN.items()}
