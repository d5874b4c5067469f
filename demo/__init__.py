"""The demo hospital group: all invented, the same at every loading, dated from the day it is loaded."""
