"""Audiences, scopes, grants and requests: who may see what, as rows."""

from access.models.audiences import Audience, AudienceRow
from access.models.grants import AccessRequest, Grant
from access.models.scopes import Scope, ScopeLevel

__all__ = ["AccessRequest", "Audience", "AudienceRow", "Grant", "Scope", "ScopeLevel"]
