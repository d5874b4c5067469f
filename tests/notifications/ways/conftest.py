import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from notifications import registry
from notifications.actions import notify
from notifications.models import PushDevice, Robot, WayChoice
from notifications.ways.webpush import keys
from org import demo
from tests.cast import make_space
from tests.notifications.ways.played import MailServer, WebServer
from wiki.models import Article


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    own = registry.find("notifications.trial")
    monkeypatch.setattr(registry, "_kinds", {"notifications.trial": own})

    def kind(kind_name, kind_group, **values):
        said = {"sentence": lambda self, notice: f"{notice.who}：《{notice.thing.title}》"}
        made = {"name": kind_name, "group": kind_group, **said, **values}
        registry.register(type("Made", (registry.NoticeKind,), made))

    kind("page.announced", "announcement")
    kind("page.commented", "comment")
    kind("page.alarmed", "alert", is_urgent=True)
    kind("channel.issued", "channel")
    return kind


@pytest.fixture
def page(cast):
    return make_space(cast.qingyu, slug="qingyu").add_child(instance=Article(title="交接班要点"))


@pytest.fixture
def tell(page):
    def told(*people, kind="page.announced", key="1"):
        notify(kind, to=people, about=page, key=key)

    return told


@pytest.fixture
def post(settings):
    """A mail server; notices leave by mail."""
    server = MailServer().start()
    settings.MAIL_IS_SET = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 5
    yield server
    if server.controller.server:
        server.controller.stop()


@pytest.fixture
def administrator(cast):
    """陆知行 with an authenticator."""
    demo.set_up_second_step(cast.lu_zhixing)
    return cast.lu_zhixing


@pytest.fixture
def web(settings):
    """A push service and the chats."""
    server = WebServer().start()
    settings.WEBHOOK_HOSTS = [server.host]
    yield server
    server.server.shutdown()


@pytest.fixture
def subscribe(web, settings, tmp_path):
    """A browser of this person; returns its private key."""
    settings.VAR = tmp_path
    keys.private_key.cache_clear()

    def subscribed(person, path="/push/1"):
        own = ec.generate_private_key(ec.SECP256R1())
        values = {"key": keys.packed(keys.point(own.public_key())), "secret": keys.packed(b"s" * 16), "name": "Chrome"}
        PushDevice.objects.create(person=person, endpoint=web.url(path), **values)
        return own

    yield subscribed
    keys.private_key.cache_clear()


@pytest.fixture
def robot(web):
    def connected(person, way="feishu", path="/bot/1", **more):
        return Robot.objects.create(person=person, way=way, url=web.url(path), **more)

    return connected


@pytest.fixture
def choose():
    def chosen(person, group, way, is_on):
        WayChoice.objects.create(person=person, group=group, way=way, is_on=is_on)

    return chosen
