"""Handing mail to the server, with an ear for when it was refused, when it was not, and when nobody can know."""

import smtplib
from contextlib import contextmanager

from django.core.mail import get_connection

from notifications.ways.base import Refused, Trouble, Unsure


@contextmanager
def line():
    """A connection that is open; where there is no server (files, tests) just the backend."""
    backend = get_connection()
    try:
        backend.open()
    except (OSError, smtplib.SMTPException) as error:
        raise Trouble(_said(error), place_is_down=True) from error
    try:
        yield backend
    finally:
        backend.close()


def hand_over(backend, letter):
    server = getattr(backend, "connection", None)
    if not isinstance(server, smtplib.SMTP):
        backend.send_messages([letter])
        return
    _introduce(server, letter)
    try:
        code, answer = server.data(letter.message().as_bytes(linesep="\r\n"))
    except smtplib.SMTPDataError as error:  # before the first word of the letter
        raise _refusal(error.smtp_code, error.smtp_error) from error
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        _again(backend)
        raise Unsure from error
    if code != 250:
        raise _refusal(code, answer)


def _introduce(server, letter):
    """Everything up to the letter itself: what goes wrong here has certainly sent nothing."""
    try:
        server.ehlo_or_helo_if_needed()
        code, answer = server.mail(letter.from_email_address)
        if code == 250:
            code, answer = server.rcpt(letter.to[0])
        if code not in (250, 251):
            server.rset()
            raise _refusal(code, answer)
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        raise Trouble(_said(error), place_is_down=True) from error


def _refusal(code, answer):
    """A five is for ever, a four for now."""
    said = f"{code} {answer.decode(errors='replace') if isinstance(answer, bytes) else answer}"
    return Refused(said) if 500 <= code < 600 else Trouble(said)


def _again(backend):
    """The line fell; the next letter needs another. If that fails too, the next introduction says so."""
    try:
        backend.close()
        backend.open()
    except (OSError, smtplib.SMTPException):
        pass


def _said(error):
    return f"{type(error).__name__}: {error}"
