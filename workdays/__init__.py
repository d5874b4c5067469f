"""Working time: windows, holidays, make-up days."""
