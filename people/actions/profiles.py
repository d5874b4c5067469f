"""What a person says about the own person."""

from django.db import transaction
from django.utils.translation import gettext as _

from files import actions as files
from files.errors import Refused as FileRefused
from files.models import Picture
from org.models import User
from org.pinyin import initials_of, pinyin_of
from people.actions.errors import Refused
from people.showing import profile_of


@transaction.atomic
def keep(profile):
    """Keep the profile; a reading that was corrected is how colleagues find the name from now on."""
    profile.save()
    person, reading = profile.person, profile.reading
    letters = reading.replace(" ", "").replace("ü", "v") or pinyin_of(person.name)
    initials = "".join(word[0] for word in reading.split()) or initials_of(person.name)
    User.objects.filter(pk=person.pk).update(pinyin=letters, initials=initials)


def show_picture(person, upload):
    """A picture of the own person instead of the initials; the former one is deleted."""
    try:
        picture = files.receive(upload, by=person, about=person)
    except FileRefused as refused:
        raise Refused(str(refused)) from refused
    if not isinstance(picture, Picture):
        picture.delete()
        raise Refused(_("头像要用图片，例如 JPG 或 PNG"))
    with transaction.atomic():
        profile = profile_of(person)
        former, profile.picture = profile.picture, picture
        profile.save()
        files.publish_files(person, [picture.uid])
        _wear(person, picture.uid)
        if former and former.pk != picture.pk:
            files.remove(former, by=person)


@transaction.atomic
def hide_picture(person):
    """Back to the initials."""
    profile = profile_of(person)
    if profile.picture is None:
        return
    former, profile.picture = profile.picture, None
    profile.save()
    _wear(person, "")
    files.remove(former, by=person)


def _wear(person, uid):
    person.face = uid
    person.save(update_fields=["face"])
