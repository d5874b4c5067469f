"""Where files lie: outside anything a web server offers."""

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    def url(self, name):
        """There is none: files leave through files.views, which asks who may read them."""
        raise NotImplementedError("Private files have no address of their own.")
