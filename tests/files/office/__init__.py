"""These run LibreOffice where it is installed; `make test` without it leaves out what needs it."""

import os

import pytest

from files.office import is_there

needs_office = pytest.mark.skipif(not (is_there() or "CI" in os.environ), reason="needs LibreOffice")
