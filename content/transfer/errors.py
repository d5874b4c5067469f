"""What is refused on the way in, in words for the person who brought it."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """The whole archive, or one file of it, does not come in; the message says which and why."""


def too_much(what, most):
    return Refused(_("%(what)s太多，最多 %(most)s。") % {"what": what, "most": most})


def bad_name(name):
    return Refused(_("压缩包里有不安全的路径“%(name)s”，整个压缩包没有导入。") % {"name": name[:120]})
