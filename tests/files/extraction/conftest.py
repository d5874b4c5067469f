import pytest

from files.extraction import confining


@pytest.fixture
def read(tmp_path):
    """Read this content in the child, as the slow lane does."""

    def read(extension, content, **how):
        place = tmp_path / f"file.{extension}"
        place.write_bytes(content)
        with place.open("rb") as file:
            return confining.read(file, extension, **how)

    return read
