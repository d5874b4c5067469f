"""Reading text out of documents that strangers made, in a process of its own that knows neither database nor Django."""

VERSION = 1  # raise it when readers find more: what was read before is read again

READERS = {  # extension: module
    "pdf": "pdf",
    "docx": "word",
    "docm": "word",
    "xlsx": "sheets",
    "xlsm": "sheets",
    "pptx": "slides",
    "pptm": "slides",
    "txt": "plain",
    "md": "plain",
    "log": "plain",
    "csv": "plain",
}
