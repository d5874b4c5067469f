"""The laws people measure with: read where they are (HZH_LAWS, or the folder shared beside the checkout)."""

import os
import re
import sys
import zipfile
from functools import cache
from pathlib import Path

LAWS = Path(os.environ.get("HZH_LAWS") or Path(__file__).resolve().parents[3] / "shared/data/laws.zip")
MARKS = re.compile(r"<!--.*?-->|^#+\s*|\*\*", re.MULTILINE | re.DOTALL)
SENTENCE = re.compile(r"[^。；\n]{12,160}[。；]")


@cache
def texts() -> dict[str, str]:
    """{path: text without marks} of all laws."""
    if not LAWS.exists():
        sys.exit(f"没有找到 {LAWS.name}；请用 HZH_LAWS 指明。")
    with zipfile.ZipFile(LAWS) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".md"))
        return {name: MARKS.sub("", archive.read(name).decode()) for name in names}


@cache
def sentences() -> list[str]:
    """Each sentence once, in the order of the laws."""
    return list(dict.fromkeys(found[0].strip() for text in texts().values() for found in SENTENCE.finditer(text)))
