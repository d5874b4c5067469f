"""Everything we hold about one person: handed out, or erased with a report of what stays and why."""

import io
import json
import zipfile

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _

from org import personal_data


def exported(person) -> bytes:
    """A zip: data.json with every holding under its name, and the files that belong to it."""
    held = {
        holding.name: {"label": str(holding.label), "rows": holding.export(person)}
        for holding in personal_data.holdings()
    }
    about = {"person": person.uid, "made_at": timezone.now(), "held": held}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(about, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2, default=str)
        archive.writestr("data.json", text)
        archive.writestr(_("说明.txt"), _explanation(held))
        for holding in personal_data.holdings():
            for name, content in holding.files(person):
                with content:
                    archive.writestr(f"files/{name}", content.read())
    return file.getvalue()


def _explanation(held):
    lines = [_("这里是宏智汇保存的与您有关的信息，data.json 可以用任何文本编辑器打开。"), ""]
    for name, each in held.items():
        lines.append(
            _("%(name)s：%(label)s，%(count)d 条") % {"name": name, "label": each["label"], "count": _size(each)}
        )
    return "\n".join(lines) + "\n"


def _size(each):
    return len(each["rows"]) if isinstance(each["rows"], list) else 1


def hindrances(person) -> list[str]:
    """Why this person's data cannot be erased yet; nothing when they can."""
    if person.is_active:
        return [_("还在职")]
    return [str(words) for holding in personal_data.holdings() for words in holding.hindrances(person)]
