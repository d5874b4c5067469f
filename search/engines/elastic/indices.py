"""The indices of this installation: one that is asked, perhaps one that is being filled to take its place.

Both stand behind aliases that name how they were made, so after an upgrade an old index is nobody's answer.
"""

from hashlib import blake2b

from django.conf import settings
from django.utils.crypto import get_random_string

from search import analysis
from search.engines.elastic.documents import MAPPINGS, SETTINGS, VERSION
from search.engines.elastic.server import Missing


def ours() -> str:
    """Installations may share a server."""
    return f"hzh-{blake2b(settings.SECRET_KEY.encode(), digest_size=5).hexdigest()}-search-"


def asked() -> str:
    return f"{ours()}{VERSION}-{analysis.VERSION}"


def anew() -> str:
    return f"{asked()}-anew"


def behind(client) -> dict[str, str]:
    """{alias: index} of those of the two that exist."""
    found = client.indices.get_alias(index=f"{ours()}*")
    aliases = {alias: name for name, about in found.items() for alias in about["aliases"]}
    return {alias: aliases[alias] for alias in (asked(), anew()) if alias in aliases}


def begin(client):
    """An empty one to fill."""
    forget(client)
    name = f"{asked()}_{get_random_string(7).lower()}"
    client.indices.create(index=name, settings=SETTINGS, mappings=MAPPINGS, aliases={anew(): {}})


def swap(client):
    """From now on the new one is asked; all others of ours go, those made otherwise and by mistake too."""
    if (name := behind(client).get(anew())) is None:
        raise Missing
    client.indices.refresh(index=name)
    others = [each for each in client.indices.get_alias(index=f"{ours()}*") if each != name]
    actions = [
        {"add": {"index": name, "alias": asked()}},
        {"remove": {"index": name, "alias": anew()}},
        *({"remove_index": {"index": each}} for each in others),
    ]
    client.indices.update_aliases(actions=actions)


def forget(client):
    if name := behind(client).get(anew()):
        client.indices.delete(index=name)
