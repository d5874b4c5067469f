"""What knowledge adds to the frame."""

from django.utils.translation import gettext_lazy as _

from ui import shell

shell.rail.register(22, "scroll-text", _("制度"), "wiki:regulations")
shell.rail.register(24, "stethoscope", _("病例库"), "wiki:cases")
