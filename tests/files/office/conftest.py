import pytest


@pytest.fixture
def made(tmp_path):
    """made("a.docx", content): a file of that name."""

    def made(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return made
