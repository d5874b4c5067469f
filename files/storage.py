"""Where files lie: outside anything a web server offers."""

import os
import shutil

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    def url(self, name):
        """There is none: files leave through files.views, which asks who may read them."""
        raise NotImplementedError("Private files have no address of their own.")

    def twin(self, name, new_name):
        """The same bytes under a second name, without room of their own where the disk can do that."""
        there = self.path(new_name)
        os.makedirs(os.path.dirname(there), exist_ok=True)
        try:
            os.link(self.path(name), there)
        except FileNotFoundError:
            raise
        except OSError:
            shutil.copyfile(self.path(name), there)
        return new_name
