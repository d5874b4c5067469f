"""Sessions kept in our own rows; Django finds this module by SESSION_ENGINE."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import IntegrityError, transaction


class SessionStore(DatabaseStore):
    """What Django, allauth and messages keep between requests. Our row also says who, where from and since when."""

    @classmethod
    def get_model_class(cls):
        from org.models import Session

        return Session

    @classmethod
    def opened(cls, key=None, text=""):
        """A session that is known already, so that looking into it costs no query."""
        store = cls(key)
        store._session_cache = store.decode(text) if text else {}
        return store

    def describe(self, **facts):
        """Fields of the row besides the data (device, address …), written when the session is saved next."""
        self._facts = {**self.facts, **facts}

    @property
    def facts(self):
        return getattr(self, "_facts", {})

    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        data = self._get_session(no_load=must_create)
        values = {
            "session_data": self.encode(data),
            "expire_date": self.get_expiry_date(),
            "user_id": data.get(SESSION_KEY),
            **self.facts,
        }
        if must_create:
            return self._insert(values)
        if not self.model.objects.filter(pk=self.session_key).update(**values):
            raise UpdateError
        return None

    def _insert(self, values):
        try:
            with transaction.atomic():
                self.model.objects.create(session_key=self.session_key, **values)
        except IntegrityError:
            raise CreateError from None

    def cycle_key(self):
        """A new key for the same row, so that what it says besides the data stays; a new session has no row yet."""
        old, data = self.session_key, self._get_session()
        self._session_key = self._get_new_session_key() if old else None
        if old and not self.model.objects.filter(pk=old).update(session_key=self._session_key):
            self._session_key = None
        self._session_cache = data
        self.modified = True

    def delete(self, session_key=None):
        self.model.objects.filter(pk=session_key or self.session_key).delete()
