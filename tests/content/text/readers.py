"""Readers in the middle of a request."""

from access.reach import reach_of
from content.models import ContentPage
from org.models import Version


def in_a_request(user):
    """As the middleware leaves a person: versions read, rights remembered."""
    user.versions_of_request = (user.access_version, Version.current(Version.ACCESS))
    reach_of(user).granted("view", ContentPage)  # and the content type is known
    return user
