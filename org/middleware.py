"""Placeholder until the joined session query; see docs/architecture.md."""

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware  # noqa: F401

PersonMiddleware = AuthenticationMiddleware
