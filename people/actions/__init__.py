"""What people with a say do to staff, roles, units and accounts; every decision leaves a row."""
