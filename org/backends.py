"""Whether a password is right. The only backend; all doors lead through allauth."""

from allauth.account.auth_backends import AuthenticationBackend

from org import logins


class Backend(AuthenticationBackend):
    """Finds people by number, phone or mail alike, and takes as long for those who do not exist."""

    def _authenticate(self, request, **credentials):
        person = logins.find(credentials.get("username") or "")
        return self._check_password(person, credentials["password"])
