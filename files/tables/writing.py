"""Workbooks that go out. Nothing in them is ever a formula.

openpyxl is imported when first used: it weighs 18 MB, and most processes never write a workbook.
"""

import io


class Book:
    """A workbook that is written sheet by sheet, each from its heading down."""

    def __init__(self):
        from openpyxl import Workbook

        self._book = Workbook(write_only=True)

    def add(self, title, rows, widths):
        sheet = self._book.create_sheet(title)
        for place, width in enumerate(widths):
            sheet.column_dimensions[chr(65 + place)].width = width
        for place, row in enumerate(rows):
            sheet.append([_cell(sheet, value, is_head=place == 0 and len(row) > 1) for value in row])

    def packed(self) -> bytes:
        file = io.BytesIO()
        self._book.save(file)
        return file.getvalue()


def _cell(sheet, value, is_head):
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with “=” stays a name
    if is_head:
        cell.font = Font(bold=True)
    return cell
