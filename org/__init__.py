"""People, the tree of units, positions, memberships, roles; sign-in and sessions."""
