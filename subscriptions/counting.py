"""Who reads and who follows, as numbers."""

from django.db.models import Q
from django.utils.crypto import salted_hmac

from access.audiences import people_of
from access.scopes import readers_of
from org.models import Unit, User
from subscriptions.models import Channel, Follow, PostRead
from ui.days import today


def followers_of(channel, scope=None):
    """Colleagues at work who follow, chosen or compulsory, and may read the channel today. A set for one statement."""
    followed = Q(pk__in=Follow.objects.filter(channel=channel.pk).values("person"))
    if channel.compulsory_id:
        followed |= people_of(channel.compulsory.rows.select_related("unit"))
    return User.objects.active().filter(followed).filter(readers_of(scope or channel.scope))


def count_followers(channel):
    Channel.objects.filter(pk=channel.pk).update(followers=followers_of(channel).count())


def reader_of(channel_id, person) -> str:
    """The same for one person in one channel, another in the next; nobody is named by it."""
    return salted_hmac(f"subscriptions.reader:{channel_id}", str(person.pk), algorithm="sha256").hexdigest()[:32]


def note_read(post, person, *, is_finished=False):
    """Somebody of this hospital and department read the post; once a person. Two queries, one write."""
    reader = reader_of(post.space_id, person)
    row = PostRead.objects.filter(post=post.pk, reader=reader)
    if is_finished and row.update(is_finished=True):
        return
    hospital, department = _place_of(person)
    PostRead.objects.bulk_create(
        [
            PostRead(
                post_id=post.pk, reader=reader, hospital=hospital, department=department, day=today(),
                is_finished=is_finished,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def _place_of(person):
    main = person.memberships.today().order_by("-is_main", "pk").values_list("unit__path", flat=True).first()
    above = Unit.objects.above([main]) if main else ()
    found = {unit.kind: unit for unit in above}
    return found.get("hospital"), found.get("department")
