"""Profiles, staff imports, erasures."""

from people.models.erasures import Erasure
from people.models.imports import StaffImport, StaffImportRow
from people.models.profiles import Profile

__all__ = ["Erasure", "Profile", "StaffImport", "StaffImportRow"]
