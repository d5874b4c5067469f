"""Codes with which a line is closed. 44xx: coming again helps only after a person did something; 45xx: later, alone."""

MALFORMED, SIGN_IN, FORBIDDEN = 4400, 4401, 4403
TROUBLE, FULL = 4500, 4503
RESTART = 1012
