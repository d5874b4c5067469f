"""What a browser is sent packed, and what a first start need not pack."""

import brotli
from django.core.files.base import ContentFile

from config.static import HashedStorage

SCRIPT = "export const words = '制度与规程';\n" * 50


def test_only_what_pages_name_is_packed(tmp_path):
    storage = HashedStorage(location=tmp_path, base_url="/static/")
    storage.save("js/words.js", ContentFile(SCRIPT))

    list(storage.post_process({"js/words.js": (storage, "js/words.js")}))

    hashed = storage.hashed_files["js/words.js"]
    packed = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*") if path.suffix in (".br", ".gz")}
    assert packed == {f"{hashed}.br", f"{hashed}.gz"}
    assert brotli.decompress((tmp_path / f"{hashed}.br").read_bytes()).decode() == SCRIPT
