"""The organisation: people, units, positions, memberships, roles, sessions, slips."""

from org.models.memberships import Membership, Position, Role
from org.models.sessions import Session, SignIn
from org.models.slips import Slip
from org.models.units import Unit
from org.models.users import User
from org.models.versions import Version

__all__ = ["Membership", "Position", "Role", "Session", "SignIn", "Slip", "Unit", "User", "Version"]
