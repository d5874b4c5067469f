"""Files on their way into an import: where they wait below VAR until they are read."""

import shutil
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from content.transfer import archives
from content.transfer.errors import Refused, too_much
from content.transfer.sources import home_of
from ui.uid import is_uid, new_uid

MOST_FILES = 1_000
MOST_MB = 2_000  # together; what one may have is said by MAX_UPLOAD_MB
LONGEST_NAME = 230  # bytes
INSIDE = "source"


def keep(files, paths=None) -> str:
    """Write them down and answer the `source` for importing.begin: a single zip as it is, everything else a folder.

    `paths` are where they lay in their folder, in the same order; browsers keep that from names. Raises Refused.
    """
    paths = list(paths or ())
    if len(files) > MOST_FILES:
        raise too_much(_("文件"), MOST_FILES)
    if sum(file.size for file in files) > MOST_MB * 1024**2:
        raise too_much(_("内容"), f"{MOST_MB} MB")
    home = home_of(new_uid())
    home.mkdir(parents=True)
    try:
        if len(files) == 1 and files[0].name.lower().endswith(".zip"):
            return str(_written(files[0], home / f"{INSIDE}.zip"))
        for number, file in enumerate(files):
            said = paths[number] if number < len(paths) else ""
            _written(file, _free(home / INSIDE, archives.safe_path(said or file.name)))
    except Exception:
        shutil.rmtree(home, ignore_errors=True)
        raise
    return str(home / INSIDE)


def uid_of(source) -> str:
    """Of the run that is to be, where these are files that `keep` wrote."""
    home = Path(source).parent
    is_ours = home.parent == Path(settings.VAR) / "imports" and is_uid(home.name)
    return home.name if is_ours else ""


def forget(source):
    """Files of an import that was refused as a whole."""
    if uid := uid_of(source):
        shutil.rmtree(home_of(uid), ignore_errors=True)


def _free(top, name):
    """Two files of one name: the later gets a number. What is longer than disks allow is cut."""
    wanted = Path(*(_cut(part) for part in Path(name).parts))
    place, number = top / wanted, 2
    while place.exists():
        place = (top / wanted).with_stem(f"{wanted.stem} {number}")
        number += 1
    return place


def _cut(part):
    suffix = Path(part).suffix[:20]
    stem = part.removesuffix(suffix).encode()[: LONGEST_NAME - len(suffix.encode())]
    return stem.decode(errors="ignore") + suffix


def _written(file, place):
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("xb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    except (OSError, ValueError) as error:
        raise Refused(_("“%(name)s”没有存下来，请换一个名字再试。") % {"name": file.name}) from error
    return place
