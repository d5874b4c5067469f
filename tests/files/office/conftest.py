import pytest

from files import office


@pytest.fixture
def made(tmp_path):
    """made("a.docx", content): a file of that name."""

    def made(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return made


@pytest.fixture
def pages(tmp_path):
    """The words on the pages that LibreOffice makes of a file."""
    import pypdfium2

    def pages(path):
        with pypdfium2.PdfDocument(office.to_pdf(path, tmp_path)) as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]

    return pages
