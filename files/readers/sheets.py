"""Excel, sheet by sheet: values as people see them."""

from datetime import date, datetime, time

import openpyxl

from files.readers import office
from files.readers.paper import Ending

MIDNIGHT = time()


def read(file, paper):
    with office.opened(file) as package:
        package.main()
    file.seek(0)
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for number, sheet in enumerate(book.worksheets, 1):
        paper.begin(f"sheet={number}", sheet.title)
        sheet.reset_dimensions()  # it may declare a million empty rows
        for row in sheet.iter_rows():
            if line := "\t".join(filter(None, map(_words, row))):
                paper.add(line)
    paper.end()
    return Ending("done", len(book.worksheets))


def _words(cell):
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return "" if cell.data_type == "e" else value
    if isinstance(value, (int, float)):
        return f"{value * 100:.10g}%" if "%" in (cell.number_format or "") else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == MIDNIGHT else f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
