"""Properties are tried on busy machines: no deadline for one example."""

from hypothesis import settings

settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
